/** The questions of one step, each with its label and, after a first try, what is still lacking. */
import { DatePicker, Input, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useId } from "react";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { FilesField } from "../ui/files/index.ts";
import { Field, PeriodInput } from "../ui/form/index.ts";
import { useUnitName } from "../units/names.ts";
import { formOf, handsFor } from "./step-forms.ts";
import type { StepTarget } from "./step-target.ts";
import { lacking } from "./step-values.ts";
import type { StepValues } from "./step-values.ts";
import { Summary } from "./Summary.tsx";

interface FieldsProps {
  readonly target: StepTarget;
  readonly values: StepValues;
  readonly tried: boolean;
  readonly onChange: (change: Partial<StepValues>) => void;
}

type PartProps = Omit<FieldsProps, "tried">;

/** The assigned unit or this office, and the occurrence, where there is a choice. */
const Whose = ({ target, values, onChange }: PartProps) => {
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
            options={occurrences.map(({ occurrence, due, state }) => ({
              value: occurrence,
              label: `${t("tasks.dialog.occurrenceOf", { due: day(due) })} · ${t(`tasks.state.${state}`)}`,
            }))}
            onChange={(occurrence) => onChange({ occurrence })}
          />
        </Field>
      ) : null}
    </>
  );
};

const Text = ({ target, values, tried, onChange }: FieldsProps) => {
  const { t } = useWords();
  const id = useId();
  const label = t(`tasks.dialog.text.${target.step}`);
  const lacks = tried && lacking(target.step, values).includes("text");
  const needed =
    target.step === "progress" ? t("tasks.dialog.progressNeeded") : t("tasks.dialog.textNeeded", { label });
  return (
    <Field id={id} label={label} wrong={lacks ? needed : undefined}>
      <Input.TextArea
        id={id}
        data-first
        value={values.text}
        autoSize={{ minRows: 3, maxRows: 8 }}
        status={lacks ? "error" : undefined}
        aria-invalid={lacks}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    </Field>
  );
};

/** The period that is asked for, given or changed; an answer may leave it as it was asked. */
const Until = ({ target: { step, detail }, values, tried, onChange }: FieldsProps) => {
  const { t } = useWords();
  const id = useId();
  if (step !== "arrange" && step !== "ask-extension" && step !== "grant-extension") return null;
  const asked = detail?.assignments.find(({ unit }) => unit === values.unit)?.extension ?? detail?.extension;
  const lacks = tried && lacking(step, values).includes("period");
  const needed = step === "arrange" ? t("tasks.dialog.arrangeNeeded") : t("tasks.dialog.periodNeeded");
  return (
    <Field id={id} label={t(`tasks.dialog.period.${step}`)} wrong={lacks ? needed : undefined}>
      <PeriodInput
        id={id}
        value={values.period}
        invalid={lacks}
        usual={
          step === "grant-extension" && asked !== undefined && asked !== null
            ? t("tasks.dialog.periodAsAsked", { period: asked.period.text })
            : ""
        }
        onChange={(period) => onChange({ period })}
      />
    </Field>
  );
};

/** What comes next, what stands in the way, and the files that prove it. */
const Report = ({ values, onChange }: PartProps) => {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      {(["next", "difficulty"] as const).map((key) => (
        <Field key={key} id={`${id}-${key}`} label={t(`tasks.dialog.${key}`)}>
          <Input.TextArea
            id={`${id}-${key}`}
            value={values[key]}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={(event) => onChange({ [key]: event.target.value })}
          />
        </Field>
      ))}
      <Field id={`${id}-files`} label={t("files.label")} group>
        <FilesField value={values.files} onChange={(files) => onChange({ files })} />
      </Field>
    </>
  );
};

export const StepFields = (props: FieldsProps) => {
  const { target, values, onChange } = props;
  const { t } = useWords();
  const id = useId();
  const form = formOf(target.step);
  return (
    <>
      <Whose target={target} values={values} onChange={onChange} />
      <Until {...props} />
      {form.report === true && target.detail !== undefined ? (
        <Summary task={target.detail} values={values} onChange={onChange} />
      ) : null}
      <Text {...props} />
      <div className={form.percent === true ? "task-dialog-pair" : undefined}>
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
      </div>
      {form.report === true ? <Report target={target} values={values} onChange={onChange} /> : null}
      {form.contact === true ? (
        <Field id={`${id}-contact`} label={t("tasks.dialog.contact")}>
          <Input
            id={`${id}-contact`}
            value={values.contact}
            onChange={(event) => onChange({ contact: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  );
};
