/** A deadline in the cell of a small table: as written, with how it is read in one quiet line below. */
import { Input } from "antd";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { usePeriodReading } from "../ui/detail/index.ts";

interface PeriodCellProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

export const PeriodCell = ({ value, label, placeholder, onChange }: PeriodCellProps) => {
  const { t } = useWords();
  const today = useToday();
  const reading = usePeriodReading();
  const period = parsePeriod(value, { year: Number(today.slice(0, 4)) });
  const isUnread = value.trim() !== "" && period.kind === "unknown";
  const read = isUnread ? t("tasks.breaking.unread") : value.trim() === "" ? "" : reading(period);
  return (
    <div className="period-cell">
      <Input
        size="small"
        value={value}
        aria-label={label}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
      {read === "" ? null : (
        <div className={isUnread ? "amber-line" : "quiet"} title={read}>
          {read}
        </div>
      )}
    </div>
  );
};
