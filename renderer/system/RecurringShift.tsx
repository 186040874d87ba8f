/** On which day an occurrence of a recurring task is due whose day is a day off. */
import { Radio } from "antd";
import { recurringShifts, type Settings } from "#shared/system/settings.ts";
import { useWords } from "../i18n.ts";
import { Setting } from "./Setting.tsx";

interface Props {
  readonly value: Settings["recurringShift"];
  readonly save: (changes: Partial<Settings>) => void;
}

export const RecurringShift = ({ value, save }: Props) => {
  const { t } = useWords();
  return (
    <Setting label={t("system.settings.recurringShift")} hint={t("system.settings.recurringShiftHint")}>
      <Radio.Group
        value={value}
        options={recurringShifts.map((shift) => ({ value: shift, label: t(`system.settings.shift.${shift}`) }))}
        onChange={(event) => {
          const chosen = recurringShifts.find((shift) => shift === event.target.value);
          if (chosen !== undefined) save({ recurringShift: chosen });
        }}
      />
    </Setting>
  );
};
