/** A record's history, field by field, as the log has it; each change can be undone as the one commit it was. */
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import type { HistoryEntry } from "#shared/store/commit.ts";
import { isUndoable } from "#shared/store/undoable.ts";
import { useLooseWord, useWords } from "../i18n.ts";
import { useUnitName } from "../units/names.ts";
import { useDates } from "../ui/dates.ts";
import { useUndo } from "../ui/toast/act.ts";
import { useIsOwn } from "./useIsOwn.ts";
import { useActionWords } from "./actionWords.ts";
import { changeText } from "#shared/history/change-text.ts";

interface RecordHistoryProps {
  readonly capability: "tasks" | "issues" | "urgings" | "dispatch";
  readonly entries: readonly HistoryEntry[];
}

const kinds = { tasks: "task", issues: "issue", urgings: "urging", dispatch: "dispatch" } as const;
const atFirst = 12;

/** Parts of a history whose name says what was done. */
const withoutValues: ReadonlySet<string> = new Set(["*", "step", "sameAs", "retract", "settle", "purge"]);

const Entry = ({
  capability,
  entry,
}: {
  readonly capability: RecordHistoryProps["capability"];
  readonly entry: HistoryEntry;
}) => {
  const { t, language } = useWords();
  const word = useLooseWord();
  const actionWords = useActionWords();
  const unitName = useUnitName();
  const { moment } = useDates();
  const undo = useUndo();
  const isOwn = useIsOwn();
  const { commit, unit } = entry;
  const whole = withoutValues.has(unit);
  const kind = kinds[capability];
  const text = (value: unknown): string =>
    (value === null ? "" : changeText(kind, unit, value, { language, unitName })) || t("history.blank");
  return (
    <li className="change">
      <div className="change-head">
        <strong>{word(`${capability}.history.${unit}`)}</strong>
        <span className="quiet figure">{moment(commit.at)}</span>
      </div>
      {whole ? null : (
        <div className="change-values">
          <del>{text(entry.before)}</del>
          <span aria-hidden="true"> → </span>
          <ins>{text(entry.after)}</ins>
        </div>
      )}
      <div className="step-foot quiet">
        <span>
          {actionWords(commit.action)} · {unitName(commit.office)}
          {entry.onBehalfOf === null ? "" : ` · ${t("app.detail.onBehalf", { unit: unitName(entry.onBehalfOf) })}`}
        </span>
        {isUndoable(commit.action) && isOwn(commit.office) ? (
          <Popconfirm
            title={t("history.undoTitle", { action: actionWords(commit.action) })}
            description={t("history.undoExplain")}
            okText={t("app.action.undo")}
            cancelText={t("app.action.cancel")}
            onConfirm={() => void undo(commit.version)}
          >
            <Button size="small" type="link">
              {t("history.undo")}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </li>
  );
};

export const RecordHistory = ({ capability, entries }: RecordHistoryProps) => {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (entries.length === 0) return <p className="quiet">{t("history.none")}</p>;
  const newestFirst = entries.toSorted((a, b) => b.commit.lamport - a.commit.lamport);
  const shown = all ? newestFirst : newestFirst.slice(0, atFirst);
  return (
    <>
      <ol className="history">
        {shown.map((entry) => (
          <Entry key={`${entry.commit.version} ${entry.unit}`} capability={capability} entry={entry} />
        ))}
      </ol>
      {all || entries.length <= atFirst ? null : (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          {t("history.more")}
        </Button>
      )}
    </>
  );
};
