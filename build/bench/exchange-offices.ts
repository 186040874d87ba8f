/** Offices for measurements: programs over data folders of their own that vouch for one another and hold measured work. */
import { createRouterClient, type RouterClient } from "@orpc/server";
import { join } from "node:path";
import { openProgram, type Program } from "#core/program.ts";
import { router } from "#core/router.ts";
import { commit } from "#core/store/commit.ts";
import type { EditCommit } from "./edits.ts";

export interface MeasuredOffice {
  readonly folder: string;
  readonly program: Program;
  readonly client: RouterClient<typeof router>;
  readonly close: () => void;
}

export const openOffice = (folder: string): MeasuredOffice => {
  const workerUrl = new URL("../../electron/core/jobs/worker.ts", import.meta.url);
  const program = openProgram({ folder, version: "0.0.0", workerUrl });
  return { folder, program, client: createRouterClient(router, { context: program }), close: () => program.close() };
};

export const beginOffice = async (folder: string, unit: string): Promise<MeasuredOffice> => {
  const office = openOffice(folder);
  await office.client.system.init({ unit });
  return office;
};

/** The office above vouches for the one below, which trusts it; by files, as people do. */
export const enrol = async (above: MeasuredOffice, below: MeasuredOffice, stick: string): Promise<void> => {
  const card = join(stick, "card.ldx");
  const roster = join(stick, "roster.ldx");
  await below.client.exchange.card({ path: card });
  await above.client.exchange.enrol({ card, roster });
  await below.client.exchange.trust({ path: roster });
};

/** Writes measured work through `commit()`, as screens do; without a commit of its own for each it would take as long. */
export const work = ({ program: { store } }: MeasuredOffice, commits: Iterable<EditCommit>): void => {
  store.atomically(() => {
    for (const { action, at, edits } of commits) {
      commit(store, { action, at, changes: edits.map((edit) => ({ ...edit, kind: "issue" })) });
    }
  });
};
