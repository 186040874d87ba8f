/** One cell of the preview: its text, what stood before, what is wrong with it, and its editor when it has one. */
import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import type { Period, PeriodKind } from "#shared/calendar/period.ts";
import type { StageRow } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { usePeriodReading } from "../ui/detail/index.ts";

/** Where the person goes on from an editor that was closed. */
export type EditEnd = "stay" | "down" | "next" | "back" | "problem";

interface EditorProps {
  readonly value: string;
  readonly label: string;
  /** `value` null: given up. */
  readonly onEnd: (value: string | null, end: EditEnd) => void;
}

/** Enter keeps, Esc gives up, Tab keeps and goes on; Alt+Enter breaks the line as in Excel. */
export const CellEditor = ({ value, label, onEnd }: EditorProps) => {
  const [text, setText] = useState(value);
  const box = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  const end = (kept: string | null, then: EditEnd): void => {
    if (ended.current) return;
    ended.current = true;
    onEnd(kept, then);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    // An input method still composing takes Enter and Esc for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      setText(`${text}\n`);
      return;
    }
    const ends: Readonly<Record<string, EditEnd>> = {
      Enter: "down",
      Tab: event.shiftKey ? "back" : "next",
      F8: "problem",
    };
    const then = ends[event.key];
    if (event.key === "Escape") end(null, "stay");
    else if (then !== undefined) {
      event.preventDefault();
      end(text, then);
    }
  };
  return (
    <textarea
      ref={box}
      className="preview-editor"
      value={text}
      rows={Math.min(6, Math.max(2, text.split("\n").length))}
      aria-label={label}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKey}
      onBlur={() => end(text, "stay")}
    />
  );
};

interface CellProps {
  readonly row: StageRow;
  readonly field: string;
  /** The list's year, for periods that name none. */
  readonly year: number | null;
}

const isPeriod = (field: string): boolean => field === "period" || field === "limit";

const undated: readonly PeriodKind[] = ["recurring", "immediate", "ongoing", "workdays"];

/** Whether there is more to say than the words say; without a year a date is none yet. */
const isRead = ({ kind, due }: Period): boolean => undated.includes(kind) || (kind !== "unknown" && due !== undefined);

/** How a deadline is read, under its words; what cannot be read is told among the line's problems. */
const PeriodRead = ({ text, year }: { readonly text: string; readonly year: number | null }) => {
  const reading = usePeriodReading();
  const period = parsePeriod(text, { year });
  return !isRead(period) ? null : <span className="preview-read">{reading(period)}</span>;
};

/** The text of a field, with what stood before it in a changed line. */
export const CellText = ({ row, field, year }: CellProps) => {
  const { t } = useWords();
  const text = row.cells[field] ?? "";
  const before = row.before[field];
  const isUpdate = row.kind === "changed" || row.perhaps?.accepted === true;
  if (!isUpdate || before === undefined || before === text)
    return (
      <>
        <span className="preview-text">{text}</span>
        {isPeriod(field) ? <PeriodRead text={text} year={year} /> : null}
      </>
    );
  return (
    <span className="preview-text">
      <del>{before === "" ? t("imports.preview.blank") : before}</del>
      <span aria-hidden> → </span>
      <ins>{text === "" ? t("imports.preview.blank") : text}</ins>
    </span>
  );
};
