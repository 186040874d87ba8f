/** The input of one field by its kind, with its label, its hint and what is wrong with it. */
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, DatePicker, Input, InputNumber, Radio, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useWords } from "../../i18n.ts";
import { UnitPicker } from "../../units/UnitPicker.tsx";
import { PeriodInput } from "./PeriodInput.tsx";
import type { FormField, FormValue } from "./types.ts";

interface ControlProps {
  readonly id: string;
  readonly field: FormField;
  readonly value: FormValue;
  readonly wrong: string | undefined;
  readonly onChange: (value: FormValue) => void;
}

const textOf = (value: FormValue): string => (typeof value === "string" ? value : value === null ? "" : String(value));
const listOf = (value: FormValue): readonly string[] => (Array.isArray(value) ? value : []);

/** Few choices lie open, more fold into a list. */
const openChoices = 4;

const Suggest = ({
  id,
  field,
  value,
  onChange,
  ...aria
}: Omit<ControlProps, "wrong"> & { readonly status?: "error" }) => {
  const [typed, setTyped] = useState(textOf(value));
  const suggestions = useQuery({
    queryKey: [["suggestions"], { field: field.key, id, typed }],
    queryFn: () => field.suggest?.(typed) ?? [],
    staleTime: 5000,
  });
  return (
    <AutoComplete
      {...aria}
      id={id}
      className="wide"
      value={textOf(value)}
      options={(suggestions.data ?? []).map((text) => ({ value: text }))}
      onChange={(text) => {
        setTyped(text ?? "");
        onChange(text ?? "");
      }}
    />
  );
};

const InputOf = ({ id, field, value, wrong, onChange }: ControlProps) => {
  const described = wrong === undefined ? undefined : `${id}-wrong`;
  const aria = { "aria-invalid": wrong !== undefined, "aria-describedby": described, "aria-required": field.required };
  const status = wrong === undefined ? undefined : "error";
  const placeholder = field.placeholder;
  switch (field.control) {
    case "text":
      return (
        <Input
          {...aria}
          id={id}
          status={status}
          placeholder={placeholder}
          maxLength={field.max}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "long":
      return (
        <Input.TextArea
          {...aria}
          id={id}
          status={status}
          placeholder={placeholder}
          maxLength={field.max}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "choice":
      return (field.choices?.length ?? 0) <= openChoices ? (
        <Radio.Group
          id={id}
          value={value}
          options={(field.choices ?? []).map((choice) => ({ ...choice }))}
          onChange={(event) => onChange(textOf(event.target.value))}
        />
      ) : (
        <Select
          {...aria}
          id={id}
          className="wide"
          allowClear
          status={status}
          placeholder={placeholder}
          value={textOf(value) === "" ? null : textOf(value)}
          options={(field.choices ?? []).map((choice) => ({ ...choice }))}
          onChange={(chosen: string | null) => onChange(chosen ?? null)}
        />
      );
    case "units":
      return (
        <UnitPicker
          {...aria}
          id={id}
          several={field.single !== true}
          placeholder={placeholder}
          value={listOf(value)}
          onChange={onChange}
        />
      );
    case "period":
      return (
        <PeriodInput
          id={id}
          value={textOf(value)}
          invalid={wrong !== undefined}
          describedBy={described}
          onChange={onChange}
        />
      );
    case "suggest":
      return <Suggest {...aria} id={id} field={field} value={value} status={status} onChange={onChange} />;
    case "date":
      return (
        <DatePicker
          {...aria}
          id={id}
          status={status}
          value={textOf(value) === "" ? null : dayjs(textOf(value))}
          onChange={(date) => onChange(date === null ? "" : date.format("YYYY-MM-DD"))}
        />
      );
    default:
      return (
        <InputNumber
          {...aria}
          id={id}
          status={status}
          value={typeof value === "number" ? value : null}
          onChange={(number) => onChange(number)}
        />
      );
  }
};

export const Control = (props: ControlProps) => {
  const { t } = useWords();
  const { id, field, wrong } = props;
  return (
    <div className="field">
      <label htmlFor={id}>
        {field.label}
        {field.required === true ? (
          <span className="required" title={t("app.form.required")}>
            {" *"}
          </span>
        ) : null}
      </label>
      <div className="field-input">
        <InputOf {...props} />
        {wrong === undefined ? null : (
          <div id={`${id}-wrong`} className="field-wrong" role="alert">
            {wrong}
          </div>
        )}
        {field.hint === undefined ? null : <div className="quiet">{field.hint}</div>}
      </div>
    </div>
  );
};
