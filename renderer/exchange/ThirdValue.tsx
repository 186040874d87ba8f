/** Writes a third value: the right control for the unit of merge, beginning with the value that stands. */
import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { issueTypes } from "#shared/issues/record.ts";
import { useToday } from "../client.ts";
import { useLooseWord, useWords } from "../i18n.ts";
import { PeriodInput } from "../ui/form/PeriodInput.tsx";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { draftOf, valueOf } from "./third-value.ts";
import type { Draft, EditorField } from "./third-value.ts";

interface ThirdValueProps {
  readonly capability: string;
  readonly fields: readonly EditorField[];
  /** The value to begin with. */
  readonly from: unknown;
  readonly busy: boolean;
  readonly onSave: (value: unknown) => void;
  readonly onClose: () => void;
}

interface ControlProps {
  readonly id: string;
  readonly field: EditorField;
  readonly value: string | readonly string[];
  readonly autoFocus: boolean;
  readonly onChange: (value: string | readonly string[]) => void;
}

const Control = ({ id, field, value, autoFocus, onChange }: ControlProps) => {
  const { t } = useWords();
  const text = typeof value === "string" ? value : "";
  switch (field.control) {
    case "units":
      return (
        <UnitPicker id={id} autoFocus={autoFocus} value={typeof value === "string" ? [] : value} onChange={onChange} />
      );
    case "period":
      return <PeriodInput id={id} value={text} onChange={onChange} />;
    case "type":
      return (
        <Select
          id={id}
          className="wide"
          value={text}
          options={[
            { value: "", label: t("exchange.conflicts.blank") },
            ...issueTypes.map((type) => ({ value: type, label: t(`issues.type.${type}`) })),
          ]}
          onChange={onChange}
        />
      );
    default:
      return (
        <Input.TextArea
          id={id}
          autoFocus={autoFocus}
          value={text}
          autoSize={{ minRows: 1, maxRows: 8 }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
};

export const ThirdValue = ({ capability, fields, from, busy, onSave, onClose }: ThirdValueProps) => {
  const { t } = useWords();
  const word = useLooseWord();
  const today = useToday();
  const prefix = useId();
  const [draft, setDraft] = useState<Draft>(() => draftOf(fields, from));
  const save = (): void => onSave(valueOf(fields, draft, from, Number(today.slice(0, 4))));
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      save();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className="third" onKeyDown={onKey}>
      {fields.map((field, index) => {
        const id = `${prefix}-${field.key}`;
        return (
          <div key={field.key} className="third-field">
            <label htmlFor={id}>
              {field.key === "" ? t("exchange.conflicts.thirdLabel") : word(`${capability}.fields.${field.key}`)}
            </label>
            <Control
              id={id}
              field={field}
              value={draft[field.key] ?? ""}
              autoFocus={index === 0}
              onChange={(value) => setDraft((before) => ({ ...before, [field.key]: value }))}
            />
          </div>
        );
      })}
      <div className="exchange-inline">
        <Button type="primary" loading={busy} title="Ctrl+Enter" onClick={save}>
          {t("exchange.conflicts.thirdSave")}
        </Button>
        <Button onClick={onClose}>{t("app.action.cancel")}</Button>
      </div>
    </div>
  );
};
