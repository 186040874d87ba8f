/** The dialog of every step of the rectification ledger, for one issue or many: it asks what `step-forms.ts` says. */
import { Modal } from "antd";
import { useState } from "react";
import { client, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useStore } from "../ui/store.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import { formOf } from "./step-forms.ts";
import { closeStep, stepTarget } from "./step-target.ts";
import type { StepTarget } from "./step-target.ts";
import { emptyValues, lacking, stepInput } from "./step-values.ts";
import type { StepContext, StepValues } from "./step-values.ts";
import { StepFields } from "./StepFields.tsx";

const firstValues = ({ issue, step }: StepTarget, today: string): StepValues => ({
  ...emptyValues(today),
  ...(issue !== undefined && formOf(step).handsOver === true ? { units: issue.units, limit: issue.limit.text } : {}),
});

const contextOf = ({ issue }: StepTarget): StepContext => ({
  unit: issue?.onBehalfOf ?? null,
  evidence: issue?.evidence ?? 0,
  many: issue === undefined,
});

/** The first question has the focus, so that one can write at once; antd gives it to the dialog as a whole, a moment later. */
const focusFirst = (box: HTMLDivElement | null): void => {
  const first = box?.querySelector<HTMLElement>("textarea, input:not([type=checkbox], [type=radio])");
  if (first !== undefined && first !== null) setTimeout(() => first.focus());
};

const Asked = ({ target }: { readonly target: StepTarget }) => {
  const { step, ids, issue } = target;
  const { t } = useWords();
  const today = useToday();
  const act = useAct();
  const unitName = useUnitName();
  const [values, setValues] = useState(() => firstValues(target, today));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const context = contextOf(target);
  const lacks = lacking(step, values, context);
  const behalf = formOf(step).by === "responsible" ? (issue?.onBehalfOf ?? null) : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (lacks.length > 0 || busy) return;
    setBusy(true);
    const done = await act(
      () => client.issues.step(stepInput(ids, step, values, context)),
      t(`issues.done.${step}`, { count: ids.length }),
    );
    setBusy(false);
    if (done === undefined) return;
    closeStep();
    target.taken?.();
  };
  return (
    <Modal
      open
      centered
      width={560}
      title={
        <span className="step-heading">
          {issue === undefined
            ? t("issues.dialog.headingMany", { act: t(`issues.act.${step}`), count: ids.length })
            : t("issues.dialog.heading", { act: t(`issues.act.${step}`), title: issue.title })}
        </span>
      }
      okText={t(`issues.act.${step}`)}
      cancelText={t("app.action.cancel")}
      okButtonProps={{ danger: formOf(step).danger === true, loading: busy }}
      onOk={() => void submit()}
      onCancel={closeStep}
    >
      <div
        ref={focusFirst}
        className="step-dialog"
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) void submit();
        }}
      >
        {behalf === null ? null : (
          <p className="step-hint">{t("issues.dialog.onBehalfOf", { unit: unitName(behalf) })}</p>
        )}
        <StepFields
          step={step}
          values={values}
          lacks={tried ? lacks : []}
          evidence={context.evidence}
          round={issue?.round}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        />
        <p className="quiet">{t("app.form.classified")}</p>
      </div>
    </Modal>
  );
};

/** Stands once on the page; it shows whatever `openStep` asked for. */
export const StepDialog = () => {
  const target = useStore(stepTarget);
  return target === undefined ? null : <Asked key={`${target.step} ${target.ids.join(" ")}`} target={target} />;
};
