/** The dialog of every step of a task, for one or for many: it asks what `step-forms.ts` says. */
import { Button, DatePicker, Input, InputNumber, Modal, Select } from "antd";
import dayjs from "dayjs";
import { useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Done } from "#shared/contract/parts.ts";
import { client, useStatus, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useStore } from "../ui/store.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName, useUnits } from "../units/names.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { formOf, handsFor } from "./step-forms.ts";
import { closeStep, stepTarget } from "./step-target.ts";
import type { StepTarget } from "./step-target.ts";
import { emptyValues, lacking, stepInput } from "./step-values.ts";
import type { StepValues } from "./step-values.ts";

const firstValues = ({ step, detail, unit }: StepTarget, today: string): StepValues => {
  const allowed = detail === undefined ? [] : handsFor(step, detail.hands);
  const hands = unit ?? allowed[0]?.unit ?? null;
  const isRecurring = formOf(step).occurrence === true && (detail?.occurrences.length ?? 0) > 0;
  return { ...emptyValues(today), unit: hands, occurrence: isRecurring ? (detail?.due ?? null) : null };
};

const send = ({ step, ids }: StepTarget, values: StepValues): Promise<Done> => {
  if (step === "assign") return client.tasks.assign({ ids: [...ids], units: [...values.units] });
  if (step === "withdraw") return client.tasks.withdraw({ ids: [...ids], reason: values.text });
  return client.tasks.step(stepInput(ids, step, values));
};

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly wrong?: string;
  readonly children: ReactNode;
}

const Field = ({ id, label, wrong, children }: FieldProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <div className="field-input">
      {children}
      {wrong === undefined ? null : (
        <div id={`${id}-wrong`} className="field-wrong" role="alert">
          {wrong}
        </div>
      )}
    </div>
  </div>
);

interface FieldsProps {
  readonly target: StepTarget;
  readonly values: StepValues;
  readonly tried: boolean;
  readonly onChange: (change: Partial<StepValues>) => void;
}

/** The assigned unit or this office, and the occurrence, where there is a choice. */
const Whose = ({ target, values, onChange }: Omit<FieldsProps, "tried">) => {
  const { t } = useWords();
  const { day } = useDates();
  const unitName = useUnitName();
  const id = useId();
  const { step, detail } = target;
  if (detail === undefined) return null;
  const hands = formOf(step).whole === true ? [] : handsFor(step, detail.hands);
  const occurrences = formOf(step).occurrence === true ? detail.occurrences.toReversed() : [];
  const own = "";
  return (
    <>
      {hands.length > 1 || (hands[0]?.unit ?? null) !== null ? (
        <Field id={`${id}-unit`} label={t("tasks.dialog.unit")}>
          <Select
            id={`${id}-unit`}
            className="wide"
            value={values.unit ?? own}
            options={hands.map(({ unit, state }) => ({
              value: unit ?? own,
              label: `${unit === null ? t("tasks.dialog.own") : unitName(unit)} · ${t(`tasks.state.${state}`)}`,
            }))}
            onChange={(unit) => onChange({ unit: unit === own ? null : unit })}
          />
        </Field>
      ) : null}
      {occurrences.length > 0 ? (
        <Field id={`${id}-occurrence`} label={t("tasks.dialog.occurrence")}>
          <Select
            id={`${id}-occurrence`}
            className="wide"
            value={values.occurrence}
            options={occurrences.map(({ due, state }) => ({
              value: due,
              label: `${t("tasks.dialog.occurrenceOf", { due: day(due) })} · ${t(`tasks.state.${state}`)}`,
            }))}
            onChange={(occurrence) => onChange({ occurrence })}
          />
        </Field>
      ) : null}
    </>
  );
};

/** To whom a task is handed; all units of the tier below at one press. */
const Units = ({ values, tried, onChange }: Omit<FieldsProps, "target">) => {
  const { t } = useWords();
  const id = useId();
  const units = useUnits();
  const office = useStatus().data?.office?.unit;
  const below = units.filter((unit) => unit.parent === office && unit.kind === "division" && !unit.withdrawn);
  const wrong = tried && values.units.length === 0 ? t("tasks.dialog.unitsNeeded") : undefined;
  return (
    <Field id={id} label={t("tasks.dialog.units")} wrong={wrong}>
      <UnitPicker id={id} autoFocus value={values.units} onChange={(chosen) => onChange({ units: chosen })} />
      {below.length === 0 ? null : (
        <Button size="small" type="link" onClick={() => onChange({ units: below.map(({ code }) => code) })}>
          {t("tasks.dialog.below")}
        </Button>
      )}
    </Field>
  );
};

const StepFields = (props: FieldsProps) => {
  const { target, values, tried, onChange } = props;
  const { t } = useWords();
  const id = useId();
  const form = formOf(target.step);
  const label = t(`tasks.dialog.text.${target.step}`);
  const lacksText = tried && lacking(target.step, values).includes("text");
  const textNeeded = form.percent === true ? t("tasks.dialog.progressNeeded") : t("tasks.dialog.textNeeded", { label });
  return (
    <>
      <Whose target={target} values={values} onChange={onChange} />
      {form.units === true ? <Units values={values} tried={tried} onChange={onChange} /> : null}
      {form.units === true ? null : (
        <Field id={`${id}-text`} label={label} wrong={lacksText ? textNeeded : undefined}>
          <Input.TextArea
            id={`${id}-text`}
            autoFocus
            value={values.text}
            autoSize={{ minRows: 3, maxRows: 8 }}
            status={lacksText ? "error" : undefined}
            aria-invalid={lacksText}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        </Field>
      )}
      {form.percent === true ? (
        <Field id={`${id}-percent`} label={t("tasks.dialog.percent")}>
          <InputNumber
            id={`${id}-percent`}
            min={0}
            max={100}
            precision={0}
            value={values.percent}
            onChange={(percent) => onChange({ percent })}
          />
        </Field>
      ) : null}
      {form.whole === true ? null : (
        <Field id={`${id}-on`} label={t("tasks.dialog.on")}>
          <DatePicker
            id={`${id}-on`}
            allowClear={false}
            value={dayjs(values.on)}
            onChange={(date) => onChange({ on: (date ?? dayjs(values.on)).format("YYYY-MM-DD") })}
          />
        </Field>
      )}
    </>
  );
};

const Asked = ({ target }: { readonly target: StepTarget }) => {
  const { step, ids, detail } = target;
  const { t } = useWords();
  const today = useToday();
  const act = useAct();
  const [values, setValues] = useState(() => firstValues(target, today));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = t(`tasks.act.${step}`);
  const box = useRef<HTMLDivElement>(null);

  const submit = async (): Promise<void> => {
    setTried(true);
    if (lacking(step, values).length > 0 || busy) return;
    setBusy(true);
    const done = await act(() => send(target, values), t(`tasks.done.${step}`, { count: ids.length }));
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
        detail === undefined
          ? t("tasks.dialog.headingMany", { act: name, count: ids.length })
          : t("tasks.dialog.heading", { act: name, title: detail.title })
      }
      okText={name}
      cancelText={t("app.action.cancel")}
      okButtonProps={{ danger: formOf(step).danger === true, loading: busy }}
      onOk={() => void submit()}
      onCancel={closeStep}
      afterOpenChange={(open) => {
        // The dialog gives the focus to its first button; one opens it to write.
        const field = box.current?.querySelector("textarea") ?? box.current?.querySelector("input");
        if (open) field?.focus();
      }}
    >
      <div
        ref={box}
        className="task-dialog"
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) void submit();
        }}
      >
        <StepFields
          target={target}
          values={values}
          tried={tried}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        />
        {step === "withdraw" ? <p className="quiet">{t("tasks.dialog.keeps")}</p> : null}
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
