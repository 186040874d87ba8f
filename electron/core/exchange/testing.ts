/** For tests: real offices in folders of their own that know each other, and sticks between them. */
import { join } from "node:path";
import type { IntakeReport } from "#shared/exchange/report.ts";
import { openProgram, type Program } from "../program.ts";
import { commit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { initOffice } from "../system/office.ts";
import { cardOf, readCard } from "./identity/card.ts";
import { enrol } from "./identity/enrol.ts";
import { trust } from "./identity/trust-root.ts";
import { importFile } from "./inbox/inbox.ts";
import { exportTo } from "./outbox/export.ts";

type TestEnv = ReturnType<typeof fixedEnv>;

export interface TestOffice {
  readonly code: string;
  readonly folder: string;
  readonly env: TestEnv;
  readonly program: Program;
  /** Closes the program and opens the folder again, as a restart does. */
  reopen(): void;
  close(): void;
}

export interface TestWorld {
  readonly folder: string;
  /** Begins an office in a folder of its own; `above` vouches for it. */
  office(code: string, above?: TestOffice): Promise<TestOffice>;
  /** Opens a folder that is an office already. */
  open(code: string, folder: string): TestOffice;
  stick(name?: string): string;
  remove(): void;
}

export const testWorld = (): TestWorld => {
  const { path, remove } = temporaryFolder();
  const opened: TestOffice[] = [];
  let seed = 7;
  let files = 0;
  const open = (code: string, folder: string): TestOffice => {
    seed += 1000;
    const office = openOffice(code, folder, fixedEnv(undefined, seed));
    opened.push(office);
    return office;
  };
  return {
    folder: path,
    open,
    office: async (code, above) => {
      const office = open(code, join(path, `office-${code}`));
      initOffice(office.program.store, code);
      if (above) await introduce(above, office);
      return office;
    },
    stick: (name) => {
      files += 1;
      return join(path, name ?? `stick-${files}.ldx`);
    },
    remove: () => {
      for (const office of opened) office.close();
      remove();
    },
  };
};

const openOffice = (code: string, folder: string, env: TestEnv): TestOffice => {
  const begin = (): Program =>
    openProgram({ folder, env, version: "0.1.0", workerUrl: new URL("../jobs/worker.ts", import.meta.url) });
  let program = begin();
  return {
    code,
    folder,
    env,
    get program() {
      return program;
    },
    reopen: () => {
      program.close();
      program = begin();
    },
    close: () => program.close(),
  };
};

/** Card up, roster down. */
export const introduce = async (above: TestOffice, below: TestOffice): Promise<void> => {
  const card = await cardOf(below.program.store);
  const roster = await enrol(above.program.store, readCard({ card: card.card, device: card.device }));
  await trust(below.program.store, roster);
};

/** Writes what is due and takes it in at the other end. */
export const send = async (from: TestOffice, to: TestOffice, path: string): Promise<IntakeReport> => {
  await write(from, to, path);
  return importFile(to.program, { path, dryRun: false });
};

export const write = async (from: TestOffice, to: TestOffice, path: string): Promise<string> => {
  await exportTo(from.program, { to: to.code, path });
  return path;
};

export const read = (at: TestOffice, path: string): Promise<IntakeReport> =>
  importFile(at.program, { path, dryRun: false });

/** A task of this office; its id. */
export const addTask = ({ program: { store }, env }: TestOffice, title: string): string => {
  const record = newId(env);
  const value = { title, period: { text: "", kind: "unknown" } };
  commit(store, { action: "tasks.add", changes: [{ record, kind: "task", unit: "*", value }] });
  return record;
};

export const edit = (
  { program: { store } }: TestOffice,
  record: string,
  unit: string,
  value: unknown,
  kind = "task",
): void => {
  commit(store, { action: "tasks.edit", changes: [{ record, kind, unit, value }] });
};

export const assign = (office: TestOffice, record: string, unit: string): void =>
  edit(office, record, "step", { step: "assign", unit, on: "2020-05-19" });

export const titleAt = ({ program: { store } }: TestOffice, record: string): string | undefined =>
  store.db.prepare("SELECT title FROM tasks JOIN records USING (rid) WHERE id = ?").pluck().get(record) as
    | string
    | undefined;

/** Every row of every table, as one text: equal texts mean that nothing changed. */
export const dumpOf = ({ program: { store } }: TestOffice): string => {
  const tables = store.db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return tables
    .map((name) => `${name}\n${JSON.stringify(store.db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().all())}`)
    .join("\n");
};
