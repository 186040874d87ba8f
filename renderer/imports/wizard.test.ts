import { describe, expect, test } from "vitest";
import type { Stage } from "#shared/imports/view.ts";
import { emptyWizard, fileNameOf, firstStepOf, isConfirmable, isReachable } from "./wizard.ts";
import { gridTemplate, ownName, previewColumns } from "./preview-columns.ts";

const column = (index: number, name: string, meaning: string) => ({ index, name, meaning, samples: [] });

const stage: Stage = {
  stage: "s",
  capability: "tasks",
  fileName: "清单.xlsx",
  knownAs: null,
  year: 2020,
  yearFrom: "title",
  sheet: "任务清单",
  sheets: [],
  headerRows: { from: 1, to: 1 },
  top: [],
  columns: [column(0, "工作任务", "title"), column(1, "时限", "period"), column(2, "责任领导", "extra")],
  meanings: ["title", "period", "extra"],
  count: 3,
  problems: 0,
  notices: [],
  accounting: { rows: 4, items: 3, sections: 1 },
  units: [],
  stateWords: [],
  mayRevise: [],
};

describe("the steps of an import", () => {
  test("every step that the file has been read for can be gone back to; the last only by confirming", () => {
    const wizard = { ...emptyWizard("tasks"), stage, step: "preview" as const };
    expect(["file", "table", "match", "preview", "done"].map((step) => isReachable(wizard, step as "file"))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(isReachable(emptyWizard("tasks"), "match")).toBe(false);
    expect(isReachable({ ...wizard, work: "正在存入" }, "file")).toBe(false);
  });

  test("a file whose year has to be asked for, or that holds no item, is looked at from its table", () => {
    expect(firstStepOf(stage)).toBe("match");
    expect(firstStepOf({ ...stage, year: null, yearFrom: "none" })).toBe("table");
    expect(firstStepOf({ ...stage, count: 0 })).toBe("table");
  });

  test("nothing can be confirmed while core is still answering, or when there is nothing to take in", () => {
    const wizard = { ...emptyWizard("tasks"), stage };
    expect(isConfirmable(wizard)).toBe(true);
    expect(isConfirmable({ ...wizard, busy: true })).toBe(false);
    expect(isConfirmable({ ...wizard, stage: { ...stage, count: 0 } })).toBe(false);
  });

  test("a file is named by the end of its path, on either system", () => {
    expect(fileNameOf("/home/a/清单.xlsx")).toBe("清单.xlsx");
    expect(fileNameOf(String.raw`D:\\清单.xlsx`)).toBe("清单.xlsx");
  });
});

describe("the columns of the preview", () => {
  test("unknown columns are kept with the item under their own names, after the known ones", () => {
    const columns = previewColumns(stage);
    expect(columns.map(({ key }) => key)).toEqual([
      "no",
      "title",
      "lead",
      "responsible",
      "period",
      "section",
      "extra.责任领导",
    ]);
    expect(ownName("extra.责任领导")).toBe("责任领导");
    expect(columns.find(({ key }) => key === "period")?.from?.name).toBe("时限");
  });

  test("the list of a usual task list fits a window of 1366 pixels without scrolling sideways", () => {
    const usual = { ...stage, accounting: {}, columns: stage.columns.slice(0, 2) };
    expect(gridTemplate(previewColumns(usual), true).least).toBeLessThan(1366 - 200);
  });
});
