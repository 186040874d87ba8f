/** The dialog of every step of a task, for one or for many: it asks what `step-forms.ts` says. */
import { useState } from "react";
import type { Done } from "#shared/contract/parts.ts";
import { client, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { useStore } from "../ui/store.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import { formOf, handsFor } from "./step-forms.ts";
import { closeStep, stepTarget } from "./step-target.ts";
import type { StepTarget } from "./step-target.ts";
import { emptyValues, lacking, stepInput } from "./step-values.ts";
import type { StepValues } from "./step-values.ts";
import { StepFields } from "./StepFields.tsx";

const firstValues = ({ step, detail, unit }: StepTarget, today: string): StepValues => {
  const allowed = detail === undefined ? [] : handsFor(step, detail.hands);
  const hands = unit ?? allowed[0]?.unit ?? null;
  const current = detail?.occurrences.find((each) => each.current)?.occurrence ?? null;
  return { ...emptyValues(today), unit: hands, occurrence: formOf(step).occurrence === true ? current : null };
};

/** Withdrawn as a whole, unless the line of one assignment was chosen. */
const send = ({ step, ids, unit }: StepTarget, values: StepValues): Promise<Done> => {
  if (step === "withdraw" && unit === undefined)
    return client.tasks.withdraw({ ids: [...ids], reason: values.text.trim() });
  const input = stepInput(ids, step, values);
  return client.tasks.step(step === "withdraw" ? { ...input, step: { ...input.step, unit: unit ?? null } } : input);
};

const Asked = ({ target }: { readonly target: StepTarget }) => {
  const { step, ids, detail } = target;
  const { t } = useWords();
  const today = useToday();
  const { busy, finish } = useFinish(closeStep);
  const [values, setValues] = useState(() => firstValues(target, today));
  const [tried, setTried] = useState(false);
  const name = t(`tasks.act.${step}`);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (lacking(step, values).length > 0) return;
    const done = await finish(() => send(target, values), t(`tasks.done.${step}`, { count: ids.length }));
    if (done !== undefined) target.taken?.();
  };
  return (
    <ActDialog
      title={
        detail === undefined
          ? t("tasks.dialog.headingMany", { act: name, count: ids.length })
          : t("tasks.dialog.heading", { act: name, title: detail.title })
      }
      ok={name}
      busy={busy}
      danger={formOf(step).danger === true}
      onOk={() => void submit()}
      onCancel={closeStep}
    >
      <StepFields
        target={target}
        values={values}
        tried={tried}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
      />
      {step === "withdraw" ? <p className="quiet">{t("tasks.dialog.keeps")}</p> : null}
    </ActDialog>
  );
};

/** Stands once on the page; it shows whatever `openStep` asked for. */
export const StepDialog = () => {
  const target = useStore(stepTarget);
  if (target === undefined) return null;
  const key = `${target.step} ${target.ids.join(" ")} ${target.unit ?? ""}`;
  return target.step === "assign" ? <AssignDialog key={key} target={target} /> : <Asked key={key} target={target} />;
};
