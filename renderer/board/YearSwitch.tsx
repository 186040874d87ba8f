/** The year of the board: those that tasks touch, and any before or after by the arrows. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useWords } from "../i18n.ts";

interface YearSwitchProps {
  readonly year: number;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
}

export const YearSwitch = ({ year, years, onYear }: YearSwitchProps) => {
  const { t } = useWords();
  const step = (by: number, label: string, icon: React.ReactNode) => (
    <Button size="small" type="text" icon={icon} aria-label={label} title={label} onClick={() => onYear(year + by)} />
  );
  return (
    <span className="year-switch">
      {step(-1, t("board.earlier"), <LeftOutlined aria-hidden="true" />)}
      <Select
        size="small"
        aria-label={t("board.year")}
        value={year}
        options={years.map((each) => ({ value: each, label: t("board.yearOf", { year: each }) }))}
        onChange={onYear}
        popupMatchSelectWidth={false}
      />
      {step(1, t("board.later"), <RightOutlined aria-hidden="true" />)}
    </span>
  );
};
