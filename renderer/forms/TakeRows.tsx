/** The rows of one form that came back: what every cell says now and would say, what is not valid and why. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import type { FormCell, FormProblem, FormStage, FormStageRow } from "#shared/forms/view.ts";
import { AppError } from "#shared/errors.ts";
import { query } from "../client.ts";
import { errorText } from "../errors.ts";
import { useLooseWord, useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { chooseRow } from "./state.ts";

const Problem = ({ problem }: { readonly problem: FormProblem }) => {
  const { language } = useWords();
  return <p className="forms-problem">✕ {errorText(new AppError(problem.code, problem.params), language)}</p>;
};

const Cell = ({ cell }: { readonly cell: FormCell }) => {
  const { t } = useWords();
  const word = useLooseWord();
  const { field, before, after, verdict, problem } = cell;
  return (
    <tr className={`forms-cell forms-cell-${verdict}`}>
      <th scope="row">{word(`forms.columns.${field}`)}</th>
      <td>{before === "" ? <span className="quiet">{t("forms.take.blank")}</span> : before}</td>
      <td>
        <strong>{after}</strong>
        {problem === null ? null : <Problem problem={problem} />}
      </td>
    </tr>
  );
};

/** Of a row that is not of the form, or whose task is gone: all that it says. */
const Said = ({ cells }: Pick<FormStageRow, "cells">) => {
  const word = useLooseWord();
  return (
    <p>
      {cells
        .filter(({ after }) => after !== "")
        .map(({ field, after }) => (
          <span key={field} className="forms-said">
            <span className="quiet">{word(`forms.columns.${field}`)}</span> {after}
          </span>
        ))}
    </p>
  );
};

const Row = ({ file, row }: { readonly file: number; readonly row: FormStageRow }) => {
  const { t } = useWords();
  const cells = row.cells.filter(({ verdict }) => verdict !== "same");
  const isJudged = row.cells.some(({ before }) => before !== "") || cells.length > 0;
  return (
    <section className={`forms-row forms-row-${row.verdict}`}>
      <header>
        <Checkbox
          aria-label={`${t("forms.take.rowTake")} ${row.no} ${row.title}`}
          checked={row.take}
          disabled={!row.takeable}
          onChange={({ target }) => void chooseRow(file, row.row, target.checked)}
        />
        <span className="forms-row-title">
          {row.no} {row.title}
        </span>
        <span className="quiet">{row.row > 0 ? t("forms.take.row", { row: row.row }) : null}</span>
        <span className={`forms-verdict forms-verdict-${row.verdict}`}>{t(`forms.rowVerdict.${row.verdict}`)}</span>
      </header>
      {row.problems.map((problem) => (
        <Problem key={problem.code} problem={problem} />
      ))}
      {cells.length === 0 ? null : (
        <table className="forms-cells">
          <thead>
            <tr>
              <th scope="col">{t("forms.take.column")}</th>
              <th scope="col">{t("forms.take.before")}</th>
              <th scope="col">{t("forms.take.after")}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <Cell key={cell.field} cell={cell} />
            ))}
          </tbody>
        </table>
      )}
      {isJudged || row.cells.length === 0 ? null : <Said cells={row.cells} />}
    </section>
  );
};

interface TakeRowsProps {
  readonly stage: string;
  readonly file: FormStage["files"][number];
  readonly onlyChanges: boolean;
}

export const TakeRows = ({ stage, file, onlyChanges }: TakeRowsProps) => {
  const { t } = useWords();
  const rows = useQuery(query.forms.rows.queryOptions({ input: { stage, file: file.file } }));
  return (
    <div
      className="forms-rows"
      tabIndex={0}
      role="region"
      aria-label={file.unitName === "" ? file.name : file.unitName}
    >
      {file.problem === null ? null : <Problem problem={file.problem} />}
      <Loaded result={rows}>
        {(all) => {
          const shown = all.filter(({ verdict }) => !onlyChanges || verdict !== "same");
          if (all.length === 0) return <p className="quiet">{t("forms.take.noRows")}</p>;
          return shown.map((row) => <Row key={row.row} file={file.file} row={row} />);
        }}
      </Loaded>
      {file.remarks.length === 0 ? null : (
        <details className="forms-remarks">
          <summary>{t("forms.take.remarks", { count: file.remarks.length })}</summary>
          <ul>
            {file.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
