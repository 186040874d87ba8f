/** A deadline as people write it, with how the grammar reads it under the field while one types. */
import { Input } from "antd";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { useToday } from "../../client.ts";
import { useWords } from "../../i18n.ts";
import { usePeriodReading } from "../detail/periodReading.ts";

interface PeriodInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** What holds while nothing is typed. */
  readonly usual?: string;
}

export const PeriodInput = ({ id, value, onChange, invalid = false, describedBy, usual = "" }: PeriodInputProps) => {
  const { t } = useWords();
  const today = useToday();
  const reading = usePeriodReading();
  const period = parsePeriod(value, { year: Number(today.slice(0, 4)) });
  const read = (): string => {
    if (value.trim() === "") return usual;
    return period.kind === "unknown"
      ? t("app.form.periodUnread")
      : t("app.form.periodRead", { reading: reading(period) });
  };
  const readId = `${id}-read`;
  return (
    <>
      <Input
        id={id}
        allowClear
        value={value}
        placeholder={t("app.form.period")}
        status={invalid ? "error" : undefined}
        aria-invalid={invalid}
        aria-describedby={describedBy === undefined ? readId : `${readId} ${describedBy}`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={readId} className="quiet field-read" aria-live="polite">
        {read()}
      </div>
    </>
  );
};
