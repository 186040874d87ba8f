import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../store/testing.ts";
import { refusalOf } from "../testing/client.ts";
import { throttled } from "./context.ts";
import { runJob } from "./run.ts";
import { work, type WorkEvent } from "./work.ts";

const program = { workerUrl: new URL("./worker.ts", import.meta.url) };
const list = join(import.meta.dirname, "../../../shared/tasks/fixtures/01-简单表头.xlsx");
const input = (path: string) => ({ capability: "tasks", source: { path }, options: { year: 2020 } }) as const;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A worker that writes a file and then does what it is told, to see what becomes of it. */
const misbehaving = (does: string): URL => {
  const path = join(folder.path, "worker.mjs");
  const code = `
    import { writeFileSync } from "node:fs";
    import { parentPort, workerData } from "node:worker_threads";
    writeFileSync(workerData.input.path, "half a file");
    parentPort.postMessage({ type: "progress", stage: "write", done: 0, total: 1 });
    ${does}`;
  writeFileSync(path, code);
  return pathToFileURL(path);
};
const misbehave = (does: string, signal?: AbortSignal) => {
  const path = join(folder.path, "target.part");
  const asked = { folder: "", path, temporary: { archive: path, database: path }, version: "" };
  const hooks = { temporary: [path], ...(signal ? { signal } : {}) };
  return runJob({ workerUrl: misbehaving(does) }, "backup", asked, hooks);
};

test("a job runs in a thread of its own, tells its progress and answers", async () => {
  const stages = new Set<string>();
  const read = await runJob(program, "read-list", input(list), { onProgress: ({ stage }) => stages.add(stage) });
  expect(read.reading.count).toBe(8);
  expect([...stages]).toEqual(["read", "open", "table"]);
});

test("a refusal crosses with its code and facts", async () => {
  const path = join(folder.path, "nothing.xlsx");
  await expect(runJob(program, "read-list", input(path))).rejects.toMatchObject({
    code: "file-missing",
    params: { path },
  });
});

test("a cancelled job leaves nothing, whether it listens or not", async () => {
  for (const does of ["setInterval(() => {}, 1000);", "for (;;) {}"]) {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 300);
    expect(await refusalOf(misbehave(does, cancel.signal))).toBe("cancelled");
    expect(readdirSync(folder.path)).toEqual(["worker.mjs"]);
  }
  const before = new AbortController();
  before.abort();
  expect(await refusalOf(misbehave("", before.signal))).toBe("cancelled");
});

test("a thread that dies is a refusal that can be read, and leaves nothing either", async () => {
  expect(await refusalOf(misbehave("process.exit(3);"))).toBe("job-ended");
  expect(readdirSync(folder.path)).toEqual(["worker.mjs"]);
});

test("long work tells progress, then its result; breaking off cancels it at once and waits until it has stopped", async () => {
  const told: WorkEvent<string>[] = [];
  for await (const event of work<string>(async ({ onProgress }) => {
    onProgress({ stage: "a", done: 1, total: 2 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    return "result";
  })) {
    told.push(event);
  }
  expect(told).toEqual([
    { type: "progress", stage: "a", done: 1, total: 2 },
    { type: "done", result: "result" },
  ]);

  let stopped = false;
  const endless = work<string>(
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () =>
          setTimeout(() => {
            stopped = true;
            reject(new Error("stopped"));
          }, 20),
        );
      }),
  );
  const waiting = endless.next();
  waiting.catch(() => {});
  await endless.return?.();
  expect(stopped).toBe(true);
  await expect(waiting).rejects.toThrow("stopped");
});

test("progress is told at most ten times a second, but every stage and the end are", () => {
  let now = 0;
  const told: string[] = [];
  const { progress } = throttled(
    (stage, done) => told.push(`${stage} ${done}`),
    () => false,
    () => now,
  );
  for (let done = 0; done <= 1000; done++) {
    now += 1;
    progress("rows", done, 1000);
  }
  progress("check", 0, 0);
  expect(told.length).toBeLessThanOrEqual(13);
  expect(told).toEqual(expect.arrayContaining(["rows 0", "rows 1000", "check 0"]));
});
