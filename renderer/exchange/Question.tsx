/** One open question: what it is about, its values, and the decision; by keyboard 1 2 3, Enter, E, R. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useId, useState } from "react";
import type { ConflictView } from "#shared/exchange/conflict-view.ts";
import { client, query } from "../client.ts";
import { RecordHistory } from "../history/RecordHistory.tsx";
import { useLooseWord, useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useHandler } from "../ui/latest.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { useAct } from "../ui/toast/act.ts";
import { askExchangeAgain, useMe } from "./me.ts";
import { isOwnProposal, isRejectable } from "./questions.ts";
import { Sides } from "./Sides.tsx";
import { editorOf } from "./third-value.ts";
import { ThirdValue } from "./ThirdValue.tsx";

type Capability = "tasks" | "issues" | "urgings";

const capabilityOf = (kind: string): Capability | undefined => {
  if (kind === "task") return "tasks";
  if (kind === "urging") return "urgings";
  return kind === "issue" ? "issues" : undefined;
};

const History = ({ record, capability }: { readonly record: string; readonly capability: Capability }) => {
  const { t } = useWords();
  const result = useQuery(query.history.of.queryOptions({ input: { id: record } }));
  return (
    <section className="question-history" aria-labelledby="question-history">
      <h3 id="question-history">{t("exchange.conflicts.history")}</h3>
      <Loaded result={result}>{(entries) => <RecordHistory capability={capability} entries={entries} />}</Loaded>
    </section>
  );
};

interface QuestionProps {
  readonly question: ConflictView;
  readonly at: number;
  readonly of: number;
  readonly onDecided: () => void;
}

type Decision = { readonly take: string } | { readonly value: unknown } | { readonly reject: true };

export const Question = ({ question, at, of, onDecided }: QuestionProps) => {
  const { t } = useWords();
  const word = useLooseWord();
  const act = useAct();
  const me = useMe();
  const noteId = useId();
  const { id, kind, mine, sides, unit, recordKind, record } = question;
  const [picked, setPicked] = useState<number>();
  const [note, setNote] = useState("");
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const capability = capabilityOf(recordKind);
  const standing = (sides.find(({ stands }) => stands) ?? sides[0])?.value;
  const fields = kind === "values" || kind === "proposal" ? editorOf(unit, standing ?? sides[0]?.value) : [];
  const unitWords = word(`${recordKind}s.history.${unit}`);

  const isTakenBack = !mine && isOwnProposal(question, me?.office);

  const decide = useHandler(async (decision: Decision): Promise<void> => {
    if (busy || !(mine || isTakenBack)) return;
    setBusy(true);
    const said = note.trim() === "" ? {} : { note: note.trim() };
    const done = await act(
      () => client.exchange.decide({ id, ...decision, ...said }),
      "reject" in decision ? t("exchange.conflicts.rejected") : t("exchange.conflicts.taken"),
    );
    setBusy(false);
    if (done === undefined) return;
    onDecided();
    await askExchangeAgain();
  });
  const takePicked = useHandler((): void => {
    const side = picked === undefined ? undefined : sides[picked];
    if (side !== undefined) void decide({ take: side.version });
  });
  /** With the focus, so that Enter takes it wherever the focus was before. */
  const pick = (side: number): void => {
    setPicked(side);
    document.querySelectorAll<HTMLElement>(".side-choice[role=radio]").item(side).focus();
  };
  const press = useHandler((event: KeyboardEvent): void => {
    if (!mine || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target) || isCovered()) return;
    const number = Number(event.key);
    const isOnControl =
      event.target instanceof HTMLElement && event.target.closest("a, button:not([role=radio])") !== null;
    if (Number.isInteger(number) && number >= 1 && number <= sides.length) pick(number - 1);
    else if (event.key === "Enter" && !isOnControl) takePicked();
    else if (event.key.toLowerCase() === "e" && fields.length > 0) setWriting(true);
    else if (event.key.toLowerCase() === "r" && isRejectable(kind)) void decide({ reject: true });
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [press]);

  return (
    <article className="question" aria-labelledby="question-title">
      <header className="question-head">
        <div className="quiet figure">
          {t("exchange.conflicts.question", { at, of })} · {t(`exchange.conflicts.kind.${kind}`)}
        </div>
        <h2 id="question-title">{question.title}</h2>
        <p>
          <strong>{t("exchange.conflicts.unit", { unit: unitWords })}</strong>{" "}
          {capability === undefined ? null : (
            <a href={`#/${capability}/${encodeURIComponent(record)}`}>{t("exchange.conflicts.openRecord")}</a>
          )}
        </p>
        <p className="quiet">{t(`exchange.conflicts.why.${kind}`)}</p>
      </header>
      <Sides question={question} picked={picked} onPick={setPicked} />
      {mine ? (
        <div className="question-decide">
          {writing ? (
            <ThirdValue
              capability={`${recordKind}s`}
              fields={fields}
              from={picked === undefined ? standing : sides[picked]?.value}
              busy={busy}
              onSave={(value) => void decide({ value })}
              onClose={() => setWriting(false)}
            />
          ) : null}
          <div className="question-note">
            <label htmlFor={noteId}>{t("exchange.conflicts.note")}</label>
            <Input
              id={noteId}
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.target.value)}
              onPressEnter={takePicked}
            />
          </div>
          <div className="exchange-inline">
            <Button type="primary" loading={busy} disabled={picked === undefined} onClick={takePicked}>
              {t("exchange.conflicts.take")}
            </Button>
            {fields.length === 0 || writing ? null : (
              <Button title="E" onClick={() => setWriting(true)}>
                {t("exchange.conflicts.third")}
              </Button>
            )}
            {isRejectable(kind) ? (
              <Button title="R" danger disabled={busy} onClick={() => void decide({ reject: true })}>
                {t("exchange.conflicts.reject")}
              </Button>
            ) : null}
            {picked === undefined ? null : (
              <span className="quiet" role="status">
                {t("exchange.conflicts.chosen", { number: picked + 1 })}
              </span>
            )}
          </div>
          <p className="quiet question-keys">
            {t("exchange.conflicts.keys")}
            {fields.length === 0 ? "" : ` · ${t("exchange.conflicts.keyThird")}`}
            {isRejectable(kind) ? ` · ${t("exchange.conflicts.keyReject")}` : ""}
          </p>
        </div>
      ) : (
        <div className="notice">
          {t("exchange.conflicts.theirsText", { office: question.deciderName })}{" "}
          {isTakenBack ? (
            <Button size="small" loading={busy} onClick={() => void decide({ reject: true })}>
              {t("exchange.conflicts.takeBack")}
            </Button>
          ) : null}
        </div>
      )}
      {capability === undefined ? null : <History record={record} capability={capability} />}
    </article>
  );
};
