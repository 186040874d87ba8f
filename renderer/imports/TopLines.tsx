/**
 * The sheet's first lines as they stand in the file, with the header highlighted: where the recognition guessed wrong,
 * the right line is clicked, or reached with the arrows and chosen with Enter (with Shift: as the header's last line).
 */
import type { KeyboardEvent } from "react";
import { columnLetters } from "#shared/sheets/columns.ts";
import { useWords } from "../i18n.ts";
import type { Stage } from "#shared/imports/view.ts";

interface Props {
  readonly stage: Stage;
  readonly busy: boolean;
  readonly onChoose: (row: number, stretch: boolean) => void;
}

/** A line that says one thing alone, such as a title, has the whole line to say it. */
const cellsOf = (
  cells: readonly string[],
  width: number,
): readonly { readonly index: number; readonly text: string; readonly span: number }[] => {
  const all = Array.from({ length: width }, (_, index) => ({ index, text: cells[index] ?? "", span: 1 }));
  const isAlone = (all[0]?.text ?? "") !== "" && all.every(({ text }, index) => index === 0 || text === "");
  return isAlone ? [{ index: 0, text: cells[0] ?? "", span: width }] : all;
};

const moveFocus = (event: KeyboardEvent<HTMLTableRowElement>, sibling: Element | null): void => {
  if (!(sibling instanceof HTMLElement)) return;
  event.preventDefault();
  sibling.focus();
};

export const TopLines = ({ stage, busy, onChoose }: Props) => {
  const { t } = useWords();
  const { from, to } = stage.headerRows;
  const width = stage.top.reduce((most, line) => Math.max(most, line.cells.length), 0);
  const isHeader = (row: number): boolean => row >= from && row <= to;

  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: number): void => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(row, event.shiftKey);
    }
    if (event.key === "ArrowDown") moveFocus(event, event.currentTarget.nextElementSibling);
    if (event.key === "ArrowUp") moveFocus(event, event.currentTarget.previousElementSibling);
  };

  return (
    <div className="import-top" aria-busy={busy}>
      <table aria-label={t("imports.table.header")}>
        <thead>
          <tr>
            <th scope="col">{t("imports.table.row")}</th>
            {Array.from({ length: width }, (_, index) => (
              <th key={index} scope="col">
                {columnLetters(index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stage.top.map((line) => (
            <tr
              key={line.row}
              tabIndex={line.row === from ? 0 : -1}
              aria-selected={isHeader(line.row)}
              className={isHeader(line.row) ? "is-header" : undefined}
              onClick={(event) => onChoose(line.row, event.shiftKey)}
              onKeyDown={(event) => onKey(event, line.row)}
            >
              <th scope="row">{line.row}</th>
              {cellsOf(line.cells, width).map(({ index, text, span }) => (
                <td key={index} colSpan={span} className={span > 1 ? "is-alone" : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
