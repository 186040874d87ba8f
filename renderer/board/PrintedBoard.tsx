/** The board as the sheet of paper that offices hang up: a table of marks, drawn only while it is printed. */
import { useEffect } from "react";
import { createPortal } from "react-dom";
import { marksOf, type TenDayMark } from "#shared/board/span.ts";
import type { BoardGrouping, BoardRow } from "#shared/board/view.ts";
import { useWords } from "../i18n.ts";
import { linesOf } from "./lines.ts";

interface PrintedBoardProps {
  readonly rows: readonly BoardRow[];
  readonly year: number;
  readonly group: BoardGrouping;
  readonly onDone: () => void;
}

const signs: Readonly<Record<TenDayMark, string>> = { whole: "■", part: "◆", deadline: "▲", due: "●", on: "→" };
const months = Array.from({ length: 12 }, (_, at) => at + 1);
const tenDays = ["first", "second", "third"] as const;
const nothingClosed: ReadonlySet<string> = new Set();
const columns = 42;

const Marks = ({ row, year }: { readonly row: BoardRow; readonly year: number }) =>
  marksOf(row, year).map((mark, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- a column is its place in the year
    <td key={at} className={mark === undefined ? "printed-cell" : "printed-cell is-marked"}>
      {mark === undefined || row.state === "withdrawn" ? "" : signs[mark]}
    </td>
  ));

export const PrintedBoard = ({ rows, year, group, onDone }: PrintedBoardProps) => {
  const { t } = useWords();
  useEffect(() => {
    const timer = setTimeout(() => {
      window.print();
      onDone();
    }, 50);
    return () => clearTimeout(timer);
  }, [onDone]);
  const none = group === "unit" ? t("board.noGroup.unit") : t("board.noGroup.section");
  return createPortal(
    <div className="printed printed-board">
      <h1>{t("board.printTitle", { year })}</h1>
      <table>
        <thead>
          <tr>
            <th rowSpan={2}>{t("tasks.fields.no")}</th>
            <th rowSpan={2}>{t("tasks.fields.title")}</th>
            <th rowSpan={2}>{t("tasks.fields.measures")}</th>
            <th rowSpan={2}>{t("tasks.fields.lead")}</th>
            <th rowSpan={2}>{t("tasks.fields.responsible")}</th>
            <th rowSpan={2}>{t("tasks.fields.period")}</th>
            {months.map((month) => (
              <th key={month} colSpan={3}>
                {t("board.month", { month })}
              </th>
            ))}
          </tr>
          <tr>
            {months.flatMap((month) =>
              tenDays.map((tenDay) => (
                <th key={`${month} ${tenDay}`} className="printed-cell">
                  {t(`board.tenDayShort.${tenDay}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {linesOf(rows, group, nothingClosed).map((line) =>
            line.kind === "group" ? (
              <tr key={line.key} className="printed-group">
                <td colSpan={columns}>{line.name === "" ? none : line.name}</td>
              </tr>
            ) : (
              <tr key={line.key}>
                <td>{line.row.no}</td>
                <td>{line.row.state === "withdrawn" ? <del>{line.row.title}</del> : line.row.title}</td>
                <td>{line.row.measures}</td>
                <td>{line.row.lead.join("、")}</td>
                <td>{line.row.responsible.join("、")}</td>
                <td>{line.row.period.text}</td>
                <Marks row={line.row} year={year} />
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p>{t("board.legend")}</p>
    </div>,
    document.body,
  );
};
