/** The questions of one step, each with its label and, after a first try, what is still lacking. */
import { Checkbox } from "antd";
import { useId } from "react";
import { satisfactions } from "#shared/issues/record.ts";
import { useWords } from "../i18n.ts";
import { Control } from "../ui/form/Control.tsx";
import type { FormField, FormValue } from "../ui/form/index.ts";
import { FilesField } from "../ui/files/index.ts";
import { formOf } from "./step-forms.ts";
import type { OfferedStep } from "./step-forms.ts";
import { closesBare } from "./step-values.ts";
import type { Lack, StepValues } from "./step-values.ts";

interface StepFieldsProps {
  readonly step: OfferedStep;
  readonly values: StepValues;
  /** What is still lacking, once it was tried to take the step. */
  readonly lacks: readonly Lack[];
  /** Files of evidence that the round has already. */
  readonly evidence: number;
  /** The round that would be closed and sealed; undefined when many issues are meant. */
  readonly round: number | undefined;
  readonly onChange: (change: Partial<StepValues>) => void;
}

type Key = "units" | "limit" | "text" | "percent" | "verifiers" | "place" | "satisfaction" | "on";

/** The one-line questions of a step, in the order in which they are asked. */
const useFields = (step: OfferedStep): readonly FormField<Key>[] => {
  const { t } = useWords();
  const { handsOver, percent, verification, wordsNeeded } = formOf(step);
  const handed: FormField<Key>[] = [
    { key: "units", label: t("issues.dialog.units"), control: "units", required: true },
    { key: "limit", label: t("issues.fields.limit"), control: "period" },
  ];
  const verified: FormField<Key>[] = [
    { key: "verifiers", label: t("issues.dialog.verifiers"), control: "text" },
    { key: "place", label: t("issues.dialog.place"), control: "text" },
    {
      key: "satisfaction",
      label: t("issues.dialog.satisfaction"),
      control: "choice",
      choices: satisfactions.map((value) => ({ value, label: t(`issues.satisfaction.${value}`) })),
    },
  ];
  return [
    ...(handsOver === true ? handed : []),
    { key: "text", label: t(`issues.dialog.text.${step}`), control: "long", required: wordsNeeded },
    ...(percent === true ? [{ key: "percent", label: t("issues.dialog.percent"), control: "number" } as const] : []),
    ...(verification === true ? verified : []),
    { key: "on", label: t("issues.dialog.on"), control: "date", required: true },
  ];
};

const isSatisfaction = (value: FormValue): value is (typeof satisfactions)[number] =>
  satisfactions.some((each) => each === value);

/** A typed value put where it belongs; whatever does not fit its place becomes empty. */
const changeOf = (key: Key, value: FormValue): Partial<StepValues> => {
  if (key === "units") return { units: Array.isArray(value) ? value : [] };
  if (key === "percent") return { percent: typeof value === "number" ? Math.min(100, Math.max(0, value)) : null };
  if (key === "satisfaction") return { satisfaction: isSatisfaction(value) ? value : null };
  return { [key]: typeof value === "string" ? value : "" };
};

export const StepFields = ({ step, values, lacks, evidence, round, onChange }: StepFieldsProps) => {
  const { t } = useWords();
  const fields = useFields(step);
  const prefix = useId();
  const form = formOf(step);
  const wrong: Readonly<Record<Lack, string>> = {
    text: t("issues.dialog.textNeeded", { label: t(`issues.dialog.text.${step}`) }),
    units: t("issues.dialog.unitsNeeded"),
    on: t("issues.dialog.onNeeded"),
    files: t("issues.dialog.filesNeeded"),
    withoutEvidence: t("issues.dialog.withoutEvidenceNeeded"),
    confirmed: t("issues.dialog.reopenConfirmedNeeded"),
  };
  const wrongOf = (key: string): string | undefined => {
    const lack = lacks.find((each) => each === key);
    return lack === undefined ? undefined : wrong[lack];
  };
  return (
    <>
      {fields.map((field) => (
        <Control
          key={field.key}
          id={`${prefix}-${field.key}`}
          field={field}
          value={values[field.key] ?? null}
          wrong={wrongOf(field.key)}
          onChange={(value) => onChange(changeOf(field.key, value))}
        />
      ))}
      {values.satisfaction === "unsatisfied" && form.closes ? (
        <p className="step-hint">{t("issues.dialog.unsatisfiedHint")}</p>
      ) : null}
      {form.files === undefined ? null : (
        <div className="field" role="group" aria-labelledby={`${prefix}-files`}>
          <label id={`${prefix}-files`}>{t("files.label")}</label>
          <div className="field-input">
            <FilesField value={values.files} onChange={(files) => onChange({ files })} />
            <Wrong text={wrongOf("files")} />
          </div>
        </div>
      )}
      {closesBare(step, values, evidence) ? (
        <Sentence
          text={round === undefined ? t("issues.dialog.withoutEvidenceMany") : t("issues.dialog.withoutEvidence")}
          checked={values.withoutEvidence}
          wrong={wrongOf("withoutEvidence")}
          onChange={(withoutEvidence) => onChange({ withoutEvidence })}
        />
      ) : null}
      {form.confirms === true ? (
        <Sentence
          text={
            round === undefined
              ? t("issues.dialog.reopenConfirmedMany")
              : t("issues.dialog.reopenConfirmed", { closed: round, next: round + 1 })
          }
          checked={values.confirmed}
          wrong={wrongOf("confirmed")}
          onChange={(confirmed) => onChange({ confirmed })}
        />
      ) : null}
    </>
  );
};

const Wrong = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <div className="field-wrong" role="alert">
      {text}
    </div>
  );

interface SentenceProps {
  readonly text: string;
  readonly checked: boolean;
  readonly wrong: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

/** What has to be said aloud: ticking the sentence says it. */
const Sentence = ({ text, checked, wrong, onChange }: SentenceProps) => (
  <div className="step-sentence">
    <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)}>
      {text}
    </Checkbox>
    <Wrong text={wrong} />
  </div>
);
