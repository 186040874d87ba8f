/** The parts of a breakdown as a small sheet: Enter adds a line, several copied lines fill lines, a period is read as it is typed. */
import { CloseOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { useWords } from "../i18n.ts";
import { fromTsv } from "../ui/list/tsv.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { lineFields } from "./breakdown-lines.ts";
import type { Line, LineField } from "./breakdown-lines.ts";
import { PeriodCell } from "./PeriodCell.tsx";

interface BreakdownTableProps {
  readonly lines: readonly Line[];
  /** The number of the line that does not say what is to be done. */
  readonly lacking: number | undefined;
  /** Undefined while it is being asked for. */
  readonly codesOf: (text: string) => readonly string[] | undefined;
  readonly onChange: (lines: readonly Line[]) => void;
  readonly onAddAfter: (row: number) => void;
  readonly onPaste: (cells: readonly (readonly string[])[], row: number, field: LineField) => void;
}

/** Where a cell stands, for the keys and the clipboard: its row and field. */
const cellOf = (target: EventTarget): { row: number; field: LineField } | undefined => {
  if (!(target instanceof HTMLElement)) return undefined;
  const [row = "", name] = (target.closest<HTMLElement>("td[data-at]")?.dataset["at"] ?? "").split(" ");
  const field = lineFields.find((each) => each === name);
  return field === undefined ? undefined : { row: Number(row), field };
};

/** The units of a group or of several, counted; a text that means nobody is said. */
const Meant = ({ units, codesOf }: Pick<Line, "units"> & Pick<BreakdownTableProps, "codesOf">) => {
  const { t } = useWords();
  const nobody = units.find((text) => codesOf(text)?.length === 0);
  const codes = new Set(units.flatMap((text) => codesOf(text) ?? []));
  if (nobody !== undefined) return <div className="amber-line">{t("tasks.breaking.meansNone", { text: nobody })}</div>;
  return codes.size > units.length ? (
    <div className="quiet">{t("tasks.breaking.means", { count: codes.size })}</div>
  ) : null;
};

export const BreakdownTable = (props: BreakdownTableProps) => {
  const { t } = useWords();
  const { lines } = props;
  const change = (row: number, next: Partial<Line>): void =>
    props.onChange(lines.map((line, place) => (place === row ? { ...line, ...next } : line)));
  const onKey = (event: KeyboardEvent): void => {
    const cell = cellOf(event.target);
    // In the units' cell Enter picks what the list offers.
    if (event.key !== "Enter" || event.nativeEvent.isComposing || cell === undefined || cell.field === "units") return;
    event.preventDefault();
    props.onAddAfter(cell.row);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const cell = cellOf(event.target);
    const text = event.clipboardData.getData("text/plain");
    if (cell === undefined || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    props.onPaste(fromTsv(text), cell.row, cell.field);
  };
  const label = (row: number, field: LineField): string => `${t(`tasks.breaking.${nameOf[field]}`)} ${row + 1}`;
  const text = (line: Line, row: number, field: "no" | "title" | "contact") => (
    <Input
      size="small"
      value={line[field]}
      data-cell={`${row} ${field}`}
      data-first={row === 0 && field === "title" ? true : undefined}
      aria-label={label(row, field)}
      status={field === "title" && props.lacking === row + 1 ? "error" : undefined}
      onChange={(event) => change(row, { [field]: event.target.value })}
    />
  );
  return (
    <div className="breakdown-scroll" onKeyDown={onKey} onPasteCapture={onPaste}>
      <table className="breakdown-table">
        <thead>
          <tr>
            {lineFields.map((field) => (
              <th key={field} className={`breakdown-${field}`}>
                {t(`tasks.breaking.${nameOf[field]}`)}
              </th>
            ))}
            <th aria-label={t("app.action.more")} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.id}>
              <td data-at={`${row} no`}>{text(line, row, "no")}</td>
              <td data-at={`${row} title`}>{text(line, row, "title")}</td>
              <td data-at={`${row} period`}>
                <PeriodCell
                  value={line.period}
                  label={label(row, "period")}
                  onChange={(period) => change(row, { period })}
                />
              </td>
              <td data-at={`${row} units`}>
                <UnitPicker
                  size="small"
                  value={line.units}
                  aria-label={label(row, "units")}
                  onChange={(units) => change(row, { units })}
                />
                <Meant units={line.units} codesOf={props.codesOf} />
              </td>
              <td data-at={`${row} contact`}>{text(line, row, "contact")}</td>
              <td>
                <Button
                  size="small"
                  type="text"
                  disabled={lines.length === 1}
                  icon={<CloseOutlined aria-hidden="true" />}
                  aria-label={t("tasks.breaking.remove", { row: row + 1 })}
                  onClick={() => props.onChange(lines.filter((other) => other.id !== line.id))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const nameOf = {
  no: "no",
  title: "part",
  period: "period",
  units: "units",
  contact: "contact",
} as const satisfies Record<LineField, string>;
