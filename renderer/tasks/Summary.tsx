/**
 * The office's own report over those of its units: drafted from what they said since it last reported, shown with what was
 * used and who said nothing, to be edited and sent as one.
 */
import { Button } from "antd";
import { useState } from "react";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client } from "../client.ts";
import type { Client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import type { StepValues } from "./step-values.ts";

type Drafted = Awaited<ReturnType<Client["tasks"]["draftSummary"]>>;

interface SummaryProps {
  readonly task: TaskDetail;
  readonly values: StepValues;
  readonly onChange: (change: Partial<StepValues>) => void;
}

const Used = ({ drafted }: { readonly drafted: Drafted }) => {
  const { t } = useWords();
  const { day } = useDates();
  const unitName = useUnitName();
  const silent = drafted.silent.map(unitName).join("、");
  return (
    <div className="summary-used" role="status">
      <div>
        {drafted.entries.length === 0
          ? t("tasks.summary.nothing")
          : t("tasks.summary.drafted", { count: drafted.entries.length })}{" "}
        {drafted.since === null ? null : (
          <span className="quiet">{t("tasks.summary.since", { date: day(drafted.since) })}</span>
        )}
      </div>
      <div className={silent === "" ? "quiet" : "amber-line"}>
        {silent === "" ? t("tasks.summary.allHeard") : t("tasks.summary.silent", { units: silent })}
      </div>
      {drafted.entries.length === 0 ? null : (
        <details>
          <summary className="quiet">{t("tasks.summary.entries", { count: drafted.entries.length })}</summary>
          <ul>
            {drafted.entries.map(({ unit, unitName: name, on, text, percent }) => (
              <li key={`${unit} ${on} ${text}`}>
                <strong>{name}</strong> <span className="quiet figure">{day(on)}</span>{" "}
                {percent === null ? null : <span className="figure">{percent}% </span>}
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** Offered in the office's own hands, where the task was handed on or broken down. */
export const Summary = ({ task, values, onChange }: SummaryProps) => {
  const { t, language } = useWords();
  const act = useAct();
  const [drafted, setDrafted] = useState<Drafted>();
  const [busy, setBusy] = useState(false);
  const isOwn = task.hands.some(({ unit, own }) => own && unit === values.unit);
  const isAbove = task.subTasks.length > 0 || task.assignments.some(({ unit }) => unit !== values.unit);
  if (!isOwn || !isAbove) return null;
  const draft = async (): Promise<void> => {
    setBusy(true);
    const found = await act(() => client.tasks.draftSummary({ id: task.id, language }));
    setBusy(false);
    if (found === undefined) return;
    setDrafted(found);
    if (found.entries.length === 0) return;
    // What was drafted before is replaced; what a person wrote is kept behind it.
    const written = [found.text, drafted?.text].includes(values.text) ? "" : values.text.trim();
    onChange({
      text: written === "" ? found.text : `${found.text}\n${written}`,
      ...(found.percent === null ? {} : { percent: found.percent }),
    });
  };
  return (
    <div className="summary">
      <Button size="small" loading={busy} onClick={() => void draft()}>
        {drafted === undefined ? t("tasks.summary.draft") : t("tasks.summary.redraft")}
      </Button>
      {drafted === undefined ? null : <Used drafted={drafted} />}
    </div>
  );
};
