/** Whom an assignment means, to be looked at before it is made: ticks by group, and where each has its own, period and contact. */
import { Button, Checkbox, Input } from "antd";
import type { TaskState } from "#shared/tasks/record.ts";
import { useWords } from "../i18n.ts";
import type { AssignValues, Candidate, Meant, Own } from "./assign-values.ts";
import { PeriodCell } from "./PeriodCell.tsx";

interface AssignUnitsProps {
  readonly meant: readonly Meant[];
  readonly holders: ReadonlyMap<string, TaskState>;
  readonly values: AssignValues;
  readonly onChange: (change: Partial<AssignValues>) => void;
}

const none: Own = { period: "", contact: "" };

export const AssignUnits = ({ meant, holders, values, onChange }: AssignUnitsProps) => {
  const { t } = useWords();
  const tick = (codes: readonly string[], ticked: boolean): void => {
    const without = new Set(values.without);
    for (const code of codes) {
      if (ticked) without.delete(code);
      else without.add(code);
    }
    onChange({ without });
  };
  const setOwn = (code: string, change: Partial<Own>): void =>
    onChange({ own: { ...values.own, [code]: { ...none, ...values.own[code], ...change } } });
  const name = ({ code, name: text, known }: Candidate) => {
    const held = holders.get(code);
    return (
      <Checkbox
        checked={held === undefined && !values.without.has(code)}
        disabled={held !== undefined}
        onChange={(event) => tick([code], event.target.checked)}
      >
        {text}
        {held === undefined ? null : (
          <span className="quiet"> {t("tasks.assigning.has", { state: t(`tasks.state.${held}`) })}</span>
        )}
        {known ? null : <span className="amber-line"> {t("tasks.assigning.unknown")}</span>}
      </Checkbox>
    );
  };
  const line = (unit: Candidate) => {
    const isOpen = !holders.has(unit.code) && !values.without.has(unit.code);
    const own = values.own[unit.code] ?? none;
    return (
      <li key={unit.code}>
        {name(unit)}
        {values.apart && isOpen ? (
          <>
            <PeriodCell
              value={own.period}
              label={`${unit.name}: ${t("tasks.assigning.period")}`}
              placeholder={values.period === "" ? t("tasks.assigning.period") : values.period}
              onChange={(period) => setOwn(unit.code, { period })}
            />
            <Input
              size="small"
              value={own.contact}
              aria-label={`${unit.name}: ${t("tasks.assigning.contact")}`}
              placeholder={values.contact === "" ? t("tasks.assigning.contact") : values.contact}
              onChange={(event) => setOwn(unit.code, { contact: event.target.value })}
            />
          </>
        ) : null}
      </li>
    );
  };
  return (
    <div className="assign-units">
      {meant.map(({ text, group, units }) => {
        const open = units.map(({ code }) => code).filter((code) => !holders.has(code));
        const isAll = open.every((code) => !values.without.has(code));
        const title = group ? t("tasks.assigning.means", { text, count: units.length }) : t("tasks.assigning.named");
        return (
          <section key={text} aria-label={title}>
            <div className="assign-head">
              <span className={units.length === 0 ? "amber-line" : "quiet"}>
                {units.length === 0 ? t("tasks.assigning.meansNone", { text }) : title}
              </span>
              {open.length < 2 ? null : (
                <Button size="small" type="link" onClick={() => tick(open, !isAll)}>
                  {isAll ? t("tasks.assigning.none") : t("tasks.assigning.all")}
                </Button>
              )}
            </div>
            <ul className={values.apart ? "assign-lines" : "assign-ticks"}>{units.map(line)}</ul>
          </section>
        );
      })}
    </div>
  );
};
