/** One line of the preview: where it stands in the file, what becomes of it and why, and its fields. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { StageRow } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { answerPerhaps } from "./actions.ts";
import { CellEditor, CellText } from "./PreviewCell.tsx";
import type { EditEnd } from "./PreviewCell.tsx";
import type { PreviewColumn } from "./preview-columns.ts";
import { problemText, problemsOf } from "./problem-words.ts";
import type { Wizard } from "./wizard.ts";

interface Props {
  readonly wizard: Wizard;
  readonly row: StageRow;
  readonly index: number;
  readonly columns: readonly PreviewColumn[];
  readonly template: string;
  readonly activeColumn: number | null;
  readonly editing: boolean;
  readonly fieldWord: (field: string) => string;
  readonly onCell: (column: number, edit: boolean) => void;
  readonly onEdited: (field: string, value: string | null, end: EditEnd) => void;
}

const Perhaps = ({ wizard, row }: { readonly wizard: Wizard; readonly row: StageRow }) => {
  const { t } = useWords();
  if (row.perhaps === null) return null;
  const { title, accepted } = row.perhaps;
  return (
    <span className="preview-perhaps">
      <span>{t("imports.preview.perhaps", { title })}</span>
      <span className="preview-perhaps-answers">
        <Button
          size="small"
          type={accepted ? "primary" : "default"}
          aria-pressed={accepted}
          onClick={() => void answerPerhaps(wizard.capability, row, true)}
        >
          {t("imports.preview.perhapsYes")}
        </Button>
        <Button
          size="small"
          type={accepted ? "default" : "primary"}
          aria-pressed={!accepted}
          onClick={() => void answerPerhaps(wizard.capability, row, false)}
        >
          {t("imports.preview.perhapsNo")}
        </Button>
      </span>
    </span>
  );
};

export const PreviewLine = (props: Props) => {
  const { wizard, row, index, columns, template, activeColumn, editing, fieldWord } = props;
  const { t, language } = useWords();

  const cell = (column: PreviewColumn, at: number): ReactNode => {
    const bad = problemsOf(row, column.key).length > 0;
    const active = activeColumn === at;
    const classes = [
      "preview-cell",
      bad ? "is-bad" : "",
      row.corrected.includes(column.key) ? "is-corrected" : "",
      active ? "is-active" : "",
    ];
    return (
      <div
        key={column.key}
        id={`preview-${index}-${at}`}
        role="gridcell"
        aria-colindex={at + 3}
        aria-invalid={bad}
        aria-selected={active}
        className={classes.filter((name) => name !== "").join(" ")}
        onMouseDown={() => props.onCell(at, false)}
        onDoubleClick={() => props.onCell(at, true)}
      >
        {active && editing ? (
          <CellEditor
            value={row.cells[column.key] ?? ""}
            label={fieldWord(column.key)}
            onEnd={(value, end) => props.onEdited(column.key, value, end)}
          />
        ) : (
          <CellText row={row} field={column.key} year={wizard.stage?.year ?? null} />
        )}
      </div>
    );
  };

  return (
    <div className={`preview-line is-${row.kind}`} style={{ gridTemplateColumns: template }} role="presentation">
      <div role="rowheader" aria-colindex={1} className="preview-row-number">
        {/* The row of a withdrawn line is another file's. */}
        {row.kind === "withdrawn" ? "—" : row.row}
        {row.sheet !== wizard.stage?.sheet && row.kind !== "withdrawn" ? (
          <span className="quiet">{row.sheet}</span>
        ) : null}
      </div>
      <div role="gridcell" aria-colindex={2} className="preview-reason">
        <span className={`preview-kind is-${row.kind}`}>{t(`imports.preview.kind.${row.kind}`)}</span>
        {row.corrected.length > 0 ? <span className="quiet">{t("imports.preview.corrected")}</span> : null}
        {row.problems.map((problem) => (
          <span key={`${problem.field} ${problem.code}`} className="preview-problem">
            {problemText(problem, language)}
          </span>
        ))}
        <Perhaps wizard={wizard} row={row} />
      </div>
      {columns.map(cell)}
    </div>
  );
};
