/** The values at issue side by side, each with who, when, why, and on whose behalf; what differs is marked. */
import type { ConflictView } from "#shared/exchange/conflict-view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useUnitName } from "../units/names.ts";
import { differences } from "./differences.ts";
import { comparedWith } from "./questions.ts";

interface SidesProps {
  readonly question: ConflictView;
  /** Which one is picked, from 0. */
  readonly picked: number | undefined;
  readonly onPick: (at: number) => void;
}

const Value = ({ text, other }: { readonly text: string; readonly other: string | undefined }) => {
  const { t } = useWords();
  if (text === "") return <span className="quiet">{t("exchange.conflicts.blank")}</span>;
  if (other === undefined) return <span>{text}</span>;
  return (
    <span>
      {differences(text, other).map((run) =>
        run.own ? <mark key={run.at}>{run.text}</mark> : <span key={run.at}>{run.text}</span>,
      )}
    </span>
  );
};

export const Sides = ({ question, picked, onPick }: SidesProps) => {
  const { t } = useWords();
  const { moment } = useDates();
  const unitName = useUnitName();
  const { sides, mine } = question;
  return (
    <div
      className="sides"
      role={mine ? "radiogroup" : undefined}
      aria-label={mine ? t("exchange.conflicts.list") : undefined}
    >
      {sides.map((side, at) => {
        const isPicked = mine && picked === at;
        const content = (
          <>
            <span className="side-value-head">
              {mine ? <kbd className="side-key">{at + 1}</kbd> : null}
              <strong>{side.officeName === "" ? unitName(side.office) : side.officeName}</strong>
              {side.onBehalfOf === null ? null : (
                <span className="quiet">{t("exchange.conflicts.onBehalf", { unit: unitName(side.onBehalfOf) })}</span>
              )}
              {side.stands ? (
                <span className="stands">
                  {question.kind === "proposal" ? t("exchange.conflicts.standing") : t("exchange.conflicts.stands")}
                </span>
              ) : null}
            </span>
            <span className="side-value">
              <Value text={side.text} other={comparedWith(sides, at)} />
            </span>
            <span className="quiet figure">
              {moment(side.at)}
              {" · "}
              {side.note ?? t("exchange.conflicts.noNote")}
            </span>
          </>
        );
        return mine ? (
          <button
            key={side.version}
            type="button"
            role="radio"
            aria-checked={isPicked}
            className={isPicked ? "side-choice is-picked" : "side-choice"}
            onClick={() => onPick(at)}
          >
            {content}
          </button>
        ) : (
          <div key={side.version} className="side-choice">
            {content}
          </div>
        );
      })}
    </div>
  );
};
