/**
 * Breaking a task down (分解): a small table of its parts, each assigned at once to the units named in it, written line by
 * line, pasted from a sheet, or split ready by months or ten-day periods; one commit.
 */
import { Button } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client, keepPreviousData, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { useDates } from "../ui/dates.ts";
import {
  breakdownInput,
  emptyLines,
  isBlank,
  lacksTitle,
  lineAdded,
  pastedOver,
  splitLines,
} from "./breakdown-lines.ts";
import type { Line, LineField } from "./breakdown-lines.ts";
import { BreakdownTable } from "./BreakdownTable.tsx";
import { splitParts, splitSpan } from "./splits.ts";
import type { Split, SplitPart } from "./splits.ts";
import { closeParts } from "./step-target.ts";

const linesAtFirst = 3;

/** Whom the texts in the units' cells mean; while more is typed, what was known stays. */
const useCodesOf = (texts: readonly string[]): ((text: string) => readonly string[] | undefined) => {
  const resolved = useQuery({
    ...query.units.resolve.queryOptions({ input: { texts: [...texts] } }),
    placeholderData: keepPreviousData,
    enabled: texts.length > 0,
  });
  const known = new Map(
    (resolved.data ?? []).map(({ text, is, units }) => [
      text,
      is === "unknown" ? [text] : units.map(({ code }) => code),
    ]),
  );
  return (text) => known.get(text);
};

interface SplitsProps {
  readonly task: TaskDetail;
  readonly onSplit: (split: Split) => void;
}

const Splits = ({ task, onSplit }: SplitsProps) => {
  const { t } = useWords();
  const { day, today } = useDates();
  const span = splitSpan(task.period, today);
  if (span === undefined) return <span className="quiet">{t("tasks.breaking.splitNone")}</span>;
  return (
    <>
      <span className="quiet">{t("tasks.breaking.splitHint", { start: day(span.start), due: day(span.due) })}</span>
      <Button size="small" onClick={() => onSplit("month")}>
        {t("tasks.breaking.monthly")}
      </Button>
      <Button size="small" onClick={() => onSplit("ten-day")}>
        {t("tasks.breaking.tenDaily")}
      </Button>
    </>
  );
};

export const BreakdownDialog = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  const { today } = useDates();
  const { busy, finish } = useFinish(closeParts);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly Line[]>(() => emptyLines(linesAtFirst));
  const [tried, setTried] = useState(false);
  const codesOf = useCodesOf([...new Set(lines.flatMap(({ units }) => units))]);
  const written = lines.filter((line) => !isBlank(line));
  const titleless = lacksTitle(lines);

  /** Drawn before the focus moves, so that no letter that is typed on goes to the line before. */
  const setAndFocus = (next: readonly Line[], row: number): void => {
    flushSync(() => setLines(next));
    box.current?.querySelector<HTMLElement>(`[data-cell="${row} title"]`)?.focus();
  };
  const addAfter = (row: number): void => setAndFocus(lineAdded(lines, row), row + 1);
  const paste = (cells: readonly (readonly string[])[], row: number, field: LineField): void =>
    setLines(pastedOver(lines, cells, row, field));
  const split = (by: Split): void => {
    const span = splitSpan(task.period, today);
    if (span === undefined) return;
    const parts = splitParts(span, by, Number(today.slice(0, 4)));
    const titleOf = ({ text }: SplitPart): string =>
      t("tasks.breaking.splitTitle", { title: task.title, period: text });
    setAndFocus(splitLines(lines, parts, titleOf), 0);
  };
  const submit = (): void => {
    setTried(true);
    if (written.length === 0 || titleless !== undefined) return;
    const input = breakdownInput(task.id, lines, (text) => codesOf(text) ?? [text]);
    void finish(() => client.tasks.breakDown(input), t("tasks.breaking.done", { count: written.length }));
  };
  const wrong =
    written.length === 0
      ? t("tasks.breaking.needed")
      : titleless === undefined
        ? undefined
        : t("tasks.breaking.titleNeeded", { row: titleless });
  return (
    <ActDialog
      width={1120}
      title={t("tasks.breaking.title", { title: task.title })}
      ok={written.length === 0 ? t("tasks.breaking.act") : t("tasks.breaking.ok", { count: written.length })}
      busy={busy}
      onOk={submit}
      onCancel={closeParts}
    >
      <div ref={box} className="breakdown">
        <p className="quiet" id={`${id}-intro`}>
          {t("tasks.breaking.intro")}
        </p>
        <div className="breakdown-splits">
          <Splits task={task} onSplit={split} />
        </div>
        <BreakdownTable
          lines={lines}
          lacking={tried ? titleless : undefined}
          codesOf={codesOf}
          onChange={setLines}
          onAddAfter={addAfter}
          onPaste={paste}
        />
        <Button size="small" onClick={() => addAfter(lines.length - 1)}>
          {t("tasks.breaking.add")}
        </Button>
        {tried && wrong !== undefined ? (
          <p className="field-wrong" role="alert">
            {wrong}
          </p>
        ) : null}
      </div>
    </ActDialog>
  );
};
