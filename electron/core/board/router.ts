/** The board, as the contract has it. */
import { officeRecordId } from "#shared/system/settings.ts";
import { done } from "../done.ts";
import { temporaryBeside } from "../exports/put-in-place.ts";
import { runJob } from "../jobs/run.ts";
import { work } from "../jobs/work.ts";
import { listContextOf } from "../list/rows.ts";
import { os } from "../os.ts";
import { assertOutside } from "../store/outside.ts";
import { clockOfStore } from "../tasks/clock.ts";
import { moveTask } from "./move.ts";
import { boardRows } from "./rows.ts";

export const boardRouter = {
  rows: os.board.rows.handler(({ input, context: { store } }) =>
    boardRows(store.db, input, listContextOf(store), clockOfStore(store).shift),
  ),
  move: os.board.move.handler(({ input, context }) => {
    const { done: committed, text } = moveTask(context.store, input);
    return { ...done(committed), text };
  }),
  workbook: os.board.workbook.handler(({ input, context, signal }) => {
    const { store } = context;
    assertOutside(store.folder, input.path);
    const { path, language, ...query } = input;
    const temporary = temporaryBeside(path, "xlsx");
    const office = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? "";
    const list = listContextOf(store);
    const working = { settings: store.settings(), holidays: store.holidays() };
    const request = { folder: store.folder, query, path, temporary, language, office, list, working };
    return work((hooks) => runJob(context, "board-workbook", request, { ...hooks, temporary: [temporary] }), signal);
  }),
};
