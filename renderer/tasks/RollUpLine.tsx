/** What the parts of something say together, in one line: how many of how many, how far, the slowest, and where it differs. */
import type { RollUp } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";

const useRollUpWords = (): ((rollUp: RollUp) => readonly string[]) => {
  const { t } = useWords();
  return ({ count, done, percent, slowest }) => [
    t("tasks.parts.rolled", { count, done }),
    ...(percent === null || done === count ? [] : [t("tasks.parts.mean", { percent })]),
    ...(slowest === null || done === count
      ? []
      : [
          slowest.percent === null
            ? t("tasks.parts.slowest", { name: slowest.name, state: t(`tasks.state.${slowest.state}`) })
            : t("tasks.parts.slowestAt", { name: slowest.name, percent: slowest.percent }),
        ]),
  ];
};

export const RollUpLine = ({ rollUp }: { readonly rollUp: RollUp }) => {
  const { t } = useWords();
  const inWords = useRollUpWords();
  const { count, done, differs } = rollUp;
  return (
    <div className="roll-up">
      {inWords(rollUp).map((fact) => (
        <span key={fact} className="figure roll-up-fact">
          {fact}
        </span>
      ))}
      <span className="roll-up-bar" aria-hidden="true">
        <span style={{ width: `${count === 0 ? 0 : (done / count) * 100}%` }} />
      </span>
      {differs === null ? null : <div className="amber-line">{t(`tasks.differs.${differs}`)}</div>}
    </div>
  );
};
