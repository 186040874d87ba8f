/**
 * The board in the real program with 2,000 tasks × 36 columns: script time per scrolled frame, as Chromium itself counts
 * it, and the time to its first line against the list's. Without a display run it under `xvfb-run`.
 */
import type { Page } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { openProgram } from "#core/program.ts";
import { type ChangeInput, commit } from "#core/store/commit.ts";
import { initOffice } from "#core/system/office.ts";
import { launchProgram } from "../../e2e/launch.ts";
import { type BenchLine, median } from "./line.ts";
import { drawing, measures, objects, pick, spots, troubles, units } from "./vocabulary.ts";

const tasks = 2000;
const frames = 240;
const rounds = 5;
/** Rows that come into sight in each frame: a fast wheel. */
const pixels = 132;
const goalMs = 8;

const sections = 12;
const year = new Date().getFullYear();

const periodOf = (draw: (below: number) => number): string => {
  const month = 1 + draw(10);
  const texts = [
    `${month}月中旬`,
    `${month}月${1 + draw(28)}日前`,
    `${month}月—${month + 1 + draw(2)}月`,
    `${month}月上旬至${month + 1}月中旬`,
    "每月5日前",
    "每周一",
    "长期坚持",
    "待定",
  ];
  return texts[draw(texts.length)] ?? "";
};

const taskAt = (at: number): ChangeInput => {
  const draw = drawing(at + 1);
  const value = {
    no: String(at + 1),
    title: `${pick(spots, draw)}${pick(objects, draw)}${pick(troubles, draw)}专项整治`,
    measures: pick(measures, draw),
    section: `${"一二三四五六七八九十"[(at % sections) % 10] ?? ""}、第${at % sections}部分`,
    units: { lead: [pick(units, draw)], responsible: [pick(units, draw)], support: [] },
    period: parsePeriod(periodOf(draw), { year }),
  };
  return { record: `bench${String(at).padStart(6, "0")}`, kind: "task", unit: "*", value };
};

const seed = (folder: string): void => {
  const workerUrl = new URL("../../out/main/worker.js", import.meta.url);
  const program = openProgram({ folder, version: "bench", workerUrl });
  initOffice(program.store, "370303");
  commit(program.store, { action: "tasks.import", changes: Array.from({ length: tasks }, (_, at) => taskAt(at)) });
  program.close();
};

/** Milliseconds from the address to the first line, from a program that has shown neither. */
const firstDraw = async (page: Page, address: string, line: string): Promise<number> => {
  await page.evaluate(() => {
    location.hash = "/";
  });
  await page.reload();
  await page.getByRole("navigation").first().waitFor();
  await page.waitForTimeout(500);
  return page.evaluate(
    ({ to, found }) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector(found) === null) requestAnimationFrame(look);
          else resolve(performance.now() - start);
        };
        location.hash = to;
        requestAnimationFrame(look);
      }),
    { to: address, found: line },
  );
};

/** Script milliseconds of each frame while an element scrolls from its top on. */
const scriptPerFrame = async (page: Page, scroller: string): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1000;
  };
  const before = await spent();
  await page.evaluate(
    ({ selector, count, step }) =>
      new Promise<void>((resolve) => {
        const box = document.querySelector(selector);
        let left = count;
        const next = (): void => {
          if (left-- === 0 || box === null) return resolve();
          box.scrollTop += step;
          requestAnimationFrame(next);
          return undefined;
        };
        next();
      }),
    { selector: scroller, count: frames, step: pixels },
  );
  const after = await spent();
  await session.detach();
  await page.evaluate((selector) => document.querySelector(selector)?.scrollTo({ top: 0 }), scroller);
  await page.waitForTimeout(200);
  return (after - before) / frames;
};

export const boardBench = async (): Promise<BenchLine[]> => {
  const folder = mkdtempSync(join(tmpdir(), "liandong-bench-board-"));
  try {
    seed(folder);
    const { page, close } = await launchProgram({ dataFolder: folder });
    await page.getByRole("navigation").first().waitFor();
    const first = { board: [] as number[], list: [] as number[] };
    const script = { board: [] as number[], list: [] as number[] };
    for (let round = -1; round < rounds; round++) {
      const list = await firstDraw(page, "/tasks", ".grid-body .grid-row");
      const listScript = await scriptPerFrame(page, ".grid");
      const board = await firstDraw(page, "/tasks/board", ".board-line");
      await page.waitForTimeout(200);
      const boardScript = await scriptPerFrame(page, ".board");
      if (round < 0) continue;
      first.list.push(list);
      first.board.push(board);
      script.list.push(listScript);
      script.board.push(boardScript);
    }
    await close();
    const perFrame = median(script.board);
    return [
      {
        name: "board of 2,000 tasks, script per scrolled frame",
        ours: perFrame,
        base: goalMs,
        against: `the goal of ${goalMs} ms`,
        goal: 1,
      },
      { name: "the same", ours: perFrame, base: median(script.list), against: "the list's" },
      {
        name: "board of 2,000 tasks, first line drawn",
        ours: median(first.board),
        base: median(first.list),
        against: "the list's",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
