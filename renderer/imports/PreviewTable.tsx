/**
 * The preview as a grid that is worked like a sheet: arrows move, Enter edits, Tab goes on, F8 finds the next problem.
 * Only the lines in sight exist, so 50,000 of them scroll as lightly as 50.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { Stage } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { movedBy } from "../ui/list/keys.ts";
import type { Cell } from "../ui/list/state.ts";
import { correct } from "./actions.ts";
import { useMeaningWord } from "./meanings.ts";
import { gridTemplate, previewColumns } from "./preview-columns.ts";
import type { EditEnd } from "./PreviewCell.tsx";
import { PreviewHead } from "./PreviewHead.tsx";
import { PreviewLine } from "./PreviewLine.tsx";
import { problemsOf, problemText } from "./problem-words.ts";
import { placeBeside } from "./tab-order.ts";
import { nextProblem, usePreviewRows } from "./usePreviewRows.ts";
import type { PreviewTab } from "./usePreviewRows.ts";
import type { Wizard } from "./wizard.ts";

interface Props {
  readonly wizard: Wizard;
  readonly stage: Stage;
  readonly only: PreviewTab;
  readonly count: number;
  /** Some lines have a problem or a question. */
  readonly hasReasons: boolean;
  /** Stands under the grid at the left. */
  readonly children: ReactNode;
  /** Counts up each time the next problem is asked for from outside the grid. */
  readonly problemAsked: number;
}

const usualHeight = 40;
/** Of the head with its two lines, as preview.css draws it. */
const headHeight = 47;
const pageMove = 10;

export const PreviewTable = ({ wizard, stage, only, count, hasReasons, problemAsked, children }: Props) => {
  const { t, language } = useWords();
  const fieldWord = useMeaningWord(stage.capability);
  const columns = previewColumns(stage);
  const { template, least } = gridTemplate(columns, hasReasons);
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const wanted = useRef(false);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled by the React compiler
  const lines = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
    // The head lies over the lines' upper end: they begin below it, and are brought into sight below it.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const inSight = lines.getVirtualItems();
  const rowAt = usePreviewRows(stage.stage, only, {
    first: inSight[0]?.index ?? 0,
    last: inSight.at(-1)?.index ?? 0,
  });
  const extent = { rows: count, columns: columns.length, page: pageMove };

  const go = (place: Cell): void => {
    setAt(place);
    wanted.current = true;
    lines.scrollToIndex(place.row);
    scroller.current?.focus();
  };
  const goToProblem = async (): Promise<void> => {
    const found = await nextProblem(stage.stage, only, at.row, count);
    if (found === null) return;
    const column = columns.findIndex((each) => problemsOf(found.row, each.key).length > 0);
    go({ row: found.index, column: Math.max(0, column) });
  };
  useEffect(() => {
    // The cell gone to may be drawn only later; once it is there, it is brought into sight, and then left alone.
    const cell = wanted.current ? document.getElementById(`preview-${at.row}-${at.column}`) : null;
    if (cell === null) return;
    wanted.current = false;
    const show = (): void => cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    show();
    // Once more when the lines above it have got their height.
    requestAnimationFrame(show);
  });
  const answered = useRef(problemAsked);
  useEffect(() => {
    if (answered.current === problemAsked) return;
    answered.current = problemAsked;
    void goToProblem();
  });

  const onEdited = (field: string, value: string | null, end: EditEnd): void => {
    setEditing(false);
    const row = rowAt(at.row);
    if (row !== undefined && value !== null && value !== (row.cells[field] ?? ""))
      void correct(wizard.capability, row, field, value);
    const next = end === "down" ? movedBy("ArrowDown", false, at, extent) : placeBeside(at, extent, end === "back");
    if (end === "problem") void goToProblem();
    else go(end === "stay" ? at : (next ?? at));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      if (rowAt(at.row)?.kind !== "withdrawn") setEditing(true);
    } else {
      const next = movedBy(event.key, event.ctrlKey, at, extent);
      if (next === undefined) return;
      event.preventDefault();
      go(next);
    }
  };

  const active = rowAt(at.row);
  const wrong = active === undefined ? [] : problemsOf(active, columns[at.column]?.key ?? "");
  const foot = (
    <div className="import-preview-foot">
      {children}
      {wrong.length === 0 ? (
        <span className="quiet">{t("imports.preview.edit")}</span>
      ) : (
        <span className="preview-problem" aria-live="polite">
          {wrong.map((problem) => problemText(problem, language)).join(" ")}
        </span>
      )}
    </div>
  );

  if (count === 0)
    return (
      <>
        <p className="preview-nothing quiet">{t("imports.preview.nothing")}</p>
        {foot}
      </>
    );
  return (
    <>
      <div
        ref={scroller}
        className="preview"
        role="grid"
        tabIndex={0}
        aria-label={t("imports.steps.preview")}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 2}
        aria-activedescendant={`preview-${at.row}-${at.column}`}
        onKeyDown={onKey}
      >
        <div style={{ minWidth: least }}>
          <PreviewHead stage={stage} busy={wizard.busy} columns={columns} template={template} hasReasons={hasReasons} />
          <div className="preview-body" style={{ height: lines.getTotalSize() }}>
            {inSight.map((item) => {
              const row = rowAt(item.index);
              return (
                <div
                  key={item.key}
                  ref={lines.measureElement}
                  data-index={item.index}
                  role="row"
                  aria-rowindex={item.index + 2}
                  className="preview-place"
                  style={{ transform: `translateY(${item.start - headHeight}px)`, minHeight: usualHeight }}
                >
                  {row === undefined ? null : (
                    <PreviewLine
                      wizard={wizard}
                      row={row}
                      index={item.index}
                      columns={columns}
                      template={template}
                      activeColumn={at.row === item.index ? at.column : null}
                      editing={editing && at.row === item.index}
                      fieldWord={fieldWord}
                      onCell={(column, edit) => {
                        setAt({ row: item.index, column });
                        if (edit && row.kind !== "withdrawn") setEditing(true);
                      }}
                      onEdited={onEdited}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {foot}
    </>
  );
};
