/**
 * Above a record that other offices have a hand in: that it left this office's scope (EX10), and each open question with
 * its values in place, and the way to where it is decided (EX5, EX6).
 */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ConflictView } from "#shared/exchange/conflict-view.ts";
import type { Mark } from "#shared/exchange/marks.ts";
import { query } from "../../client.ts";
import { exchangePlace } from "../../exchange/places.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import "./marks.css";

interface BetweenProps {
  readonly capability: "tasks" | "issues" | "urgings";
  readonly record: { readonly id: string; readonly marks: readonly Mark[]; readonly archivedWhy: string | null };
  /** Further notices of the capability. */
  readonly children?: ReactNode;
}

const Question = ({ capability, question }: { readonly capability: string; readonly question: ConflictView }) => {
  const { t } = useWords();
  const word = useLooseWord();
  return (
    <section className="open-question" aria-label={t(`app.between.${question.kind}`)}>
      <h4>
        <span>
          {t(`app.between.${question.kind}`)} · {word(`${capability}.history.${question.unit}`)}
        </span>
        <a href={`#${exchangePlace("conflicts", question.id)}`}>
          {question.mine ? t("app.between.decide") : t("app.between.decidedBy", { office: question.deciderName })}
        </a>
      </h4>
      <ul>
        {question.sides.map((side) => (
          <li key={side.version}>
            <span className="quiet">{side.officeName}</span>
            <span>{side.text === "" ? t("history.blank") : side.text}</span>
            <span className="quiet">{side.stands ? t("app.between.stands") : ""}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Questions = ({ capability, id }: { readonly capability: string; readonly id: string }) => {
  const { language } = useWords();
  const open = useQuery(query.exchange.conflicts.queryOptions({ input: { record: id, language } })).data ?? [];
  return open.map((question) => <Question key={question.id} capability={capability} question={question} />);
};

export const Between = ({ capability, record, children }: BetweenProps) => {
  const { t } = useWords();
  const { id, marks, archivedWhy } = record;
  const asked = marks.includes("conflict") || marks.includes("proposal");
  if (!asked && archivedWhy === null && (children === undefined || children === null)) return null;
  return (
    <div className="between">
      {archivedWhy === null ? null : (
        <section className="open-question" role="note">
          <strong>{t("app.between.archived")}</strong>
          {archivedWhy === "" ? null : <p className="quiet">{archivedWhy}</p>}
        </section>
      )}
      {asked ? <Questions capability={capability} id={id} /> : null}
      {children}
    </div>
  );
};
