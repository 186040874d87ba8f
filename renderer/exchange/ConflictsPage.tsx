/** Conflicts and proposals: the list at the left, the question at the right; j and k go through it. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ConflictView } from "#shared/exchange/conflict-view.ts";
import { query } from "../client.ts";
import { useLooseWord, useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useHandler } from "../ui/latest.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { exchangePlace } from "./places.ts";
import { Question } from "./Question.tsx";
import { nextOf, questionFilters, questionsIn } from "./questions.ts";
import type { QuestionFilter } from "./questions.ts";

const go = (id: string | undefined): void => navigate(exchangePlace("conflicts", id));

const Line = ({ question, here }: { readonly question: ConflictView; readonly here: boolean }) => {
  const { t } = useWords();
  const word = useLooseWord();
  const capability = `${question.recordKind}s`;
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: "nearest" });
  }, [here]);
  return (
    <a
      ref={line}
      className="question-line"
      href={`#${exchangePlace("conflicts", question.id)}`}
      aria-current={here ? "true" : undefined}
    >
      <span className="question-line-head">
        <span className={`tone tone-${question.kind}`}>{t(`exchange.conflicts.kind.${question.kind}`)}</span>
        <span className="quiet">{word(`${capability}.history.${question.unit}`)}</span>
      </span>
      <span className="question-line-title">{question.title}</span>
      {question.mine ? null : <span className="quiet">{question.deciderName}</span>}
    </a>
  );
};

const Questions = ({ all, id }: { readonly all: readonly ConflictView[]; readonly id: string | undefined }) => {
  const { t } = useWords();
  const [filter, setFilter] = useState<QuestionFilter>("all");
  const questions = questionsIn(all, filter);
  const found = questions.findIndex((question) => question.id === id);
  const at = Math.max(0, found);
  const shown = questions[at];
  const press = useHandler((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target) || isCovered()) return;
    const step = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : questions[at + step];
    if (next === undefined) return;
    event.preventDefault();
    go(next.id);
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [press]);

  if (all.length === 0)
    return (
      <div className="exchange-empty">
        <h2>{t("exchange.conflicts.none")}</h2>
        <p className="quiet">{t("exchange.conflicts.noneHint")}</p>
      </div>
    );
  return (
    <div className="exchange-split">
      <nav className="exchange-side" aria-label={t("exchange.conflicts.list")}>
        <Segmented<QuestionFilter>
          block
          size="small"
          value={filter}
          options={questionFilters.map((value) => ({ value, label: t(`exchange.conflicts.${value}`) }))}
          onChange={setFilter}
        />
        {questions.length === 0 ? <p className="quiet">{t("exchange.conflicts.noneHere")}</p> : null}
        {questions.map((question) => (
          <Line key={question.id} question={question} here={question === shown} />
        ))}
      </nav>
      <div className="exchange-main">
        {shown === undefined ? null : (
          <Question
            key={shown.id}
            question={shown}
            at={at + 1}
            of={questions.length}
            onDecided={() => go(nextOf(questions, shown.id))}
          />
        )}
      </div>
    </div>
  );
};

export const ConflictsPage = ({ id }: { readonly id: string | undefined }) => {
  const { language } = useWords();
  const result = useQuery(query.exchange.conflicts.queryOptions({ input: { language } }));
  return <Loaded result={result}>{(all) => <Questions all={all} id={id} />}</Loaded>;
};
