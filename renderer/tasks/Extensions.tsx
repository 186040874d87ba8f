/** Extensions that wait for their answer, on top of the task: who asks, why, until when; granted, changed or refused in place. */
import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { usePeriodReading } from "../ui/detail/index.ts";
import { PeriodInput } from "../ui/form/index.ts";
import { useAct } from "../ui/toast/act.ts";
import { waitingExtensions } from "./extensions.ts";
import type { WaitingExtension } from "./extensions.ts";

interface WaitingProps {
  readonly task: TaskDetail;
  readonly waiting: WaitingExtension;
}

/** What is being written: nothing yet, another date, or a refusal. */
type Answer = "another" | "refuse";

const Answers = ({ task, waiting }: WaitingProps) => {
  const { t } = useWords();
  const today = useToday();
  const act = useAct();
  const id = useId();
  const [answer, setAnswer] = useState<Answer>();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const send = (step: "grant-extension" | "refuse-extension", said: { period?: string; text?: string }): void => {
    const words = step === "grant-extension" ? t("tasks.extension.granted") : t("tasks.extension.refused");
    void act(
      () => client.tasks.step({ ids: [task.id], step: { step, unit: waiting.unit, on: today, ...said } }),
      words,
    );
  };
  const choose = (next: Answer): void => {
    setAnswer(next);
    setText("");
    setTried(false);
    setTimeout(() => document.getElementById(id)?.focus());
  };
  const submit = (): void => {
    setTried(true);
    if (text.trim() === "") return;
    if (answer === "another") send("grant-extension", { period: text.trim() });
    else send("refuse-extension", { text: text.trim() });
  };
  const needed = answer === "another" ? t("tasks.extension.newPeriodNeeded") : t("tasks.extension.whyNeeded");
  const label = answer === "another" ? t("tasks.extension.newPeriod") : t("tasks.extension.why");
  return (
    <div className="extension-answers">
      <Button size="small" type="primary" onClick={() => send("grant-extension", {})}>
        {t("tasks.extension.grant")}
      </Button>
      <Button size="small" aria-expanded={answer === "another"} onClick={() => choose("another")}>
        {t("tasks.extension.another")}
      </Button>
      <Button size="small" danger aria-expanded={answer === "refuse"} onClick={() => choose("refuse")}>
        {t("tasks.extension.refuse")}
      </Button>
      {answer === undefined ? null : (
        <form
          className="extension-answer"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <label className="quiet" htmlFor={id}>
            {label}
          </label>
          {answer === "another" ? (
            <PeriodInput id={id} value={text} invalid={tried && text.trim() === ""} onChange={setText} />
          ) : (
            <Input id={id} value={text} onChange={(event) => setText(event.target.value)} />
          )}
          {tried && text.trim() === "" ? (
            <div className="field-wrong" role="alert">
              {needed}
            </div>
          ) : null}
          <Button size="small" htmlType="submit" danger={answer === "refuse"}>
            {answer === "another" ? t("tasks.extension.grant") : t("tasks.extension.refuse")}
          </Button>
        </form>
      )}
    </div>
  );
};

const Waiting = ({ task, waiting }: WaitingProps) => {
  const { t } = useWords();
  const { day } = useDates();
  const reading = usePeriodReading();
  const { unit, unitName, extension, answerable } = waiting;
  const date = day(extension.askedOn);
  const title =
    unit === null ? t("tasks.extension.askedHere", { date }) : t("tasks.extension.askedBy", { unit: unitName, date });
  return (
    <section className="extension" aria-label={t("tasks.extension.asked")}>
      <div className="amber-line">
        <strong>{title}</strong>
      </div>
      <div>
        {t("tasks.extension.from")} {waiting.period.text} → {t("tasks.extension.to")}{" "}
        <strong>{extension.period.text}</strong>
        <span className="quiet"> · {reading(extension.period)}</span>
      </div>
      <div>
        <span className="quiet">{t("tasks.extension.reason")}</span> {extension.text}
        {extension.percent === null ? null : (
          <span className="quiet"> · {t("tasks.extension.progress", { percent: extension.percent })}</span>
        )}
      </div>
      {answerable ? <Answers task={task} waiting={waiting} /> : null}
    </section>
  );
};

export const Extensions = ({ task }: { readonly task: TaskDetail }) =>
  waitingExtensions(task).map((waiting) => <Waiting key={waiting.unit ?? ""} task={task} waiting={waiting} />);
