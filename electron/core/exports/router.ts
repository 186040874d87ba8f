/** Exports, as the contract has them. */
import { officeRecordId } from "#shared/system/settings.ts";
import { runJob } from "../jobs/run.ts";
import { work } from "../jobs/work.ts";
import { listContextOf } from "../list/rows.ts";
import { os } from "../os.ts";
import { assertOutside } from "../store/outside.ts";
import { temporaryBeside } from "./put-in-place.ts";

export const exportsRouter = {
  workbook: os.exports.workbook.handler(({ input, context, signal }) => {
    const { store } = context;
    assertOutside(store.folder, input.path);
    const temporary = temporaryBeside(input.path, "xlsx");
    const office = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? "";
    const request = {
      ...input,
      folder: store.folder,
      temporary,
      office,
      list: listContextOf(store),
      scheme: store.settings().lightScheme,
    };
    return work((hooks) => runJob(context, "export-workbook", request, { ...hooks, temporary: [temporary] }), signal);
  }),
};
