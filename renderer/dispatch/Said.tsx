/** What was noted and decided of a task, with the way back, and where the next is written. */
import { Button, Input, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea.js";
import type { RefObject } from "react";
import { useEffect, useRef, useState } from "react";
import type { DispatchLine } from "#shared/dispatch/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { dropDraft, readDraft, writeDraft } from "../ui/form/drafts.ts";
import { useAct, useUndo } from "../ui/toast/act.ts";
import { useDates } from "../ui/dates.ts";

/** Where what it became is to be found. */
const placeOf = ({ step, made = "" }: DispatchLine["data"]): string =>
  step === "urging" ? `#/urgings/${made}` : `#/tasks/${made}`;

const Line = ({ line, closed }: { readonly line: DispatchLine; readonly closed: boolean }) => {
  const { t } = useWords();
  const { moment } = useDates();
  const undo = useUndo();
  const { data, unitName, madeTitle, version, retracted } = line;
  const place = data.made === undefined || madeTitle === null || retracted ? undefined : placeOf(data);
  const made = data.step === "urging" ? t("dispatch.said.urged", { number: madeTitle ?? "" }) : madeTitle;
  return (
    <li className={retracted ? "said-line retracted" : "said-line"} data-step={data.step}>
      <div className="said-head">
        <strong>{t(`dispatch.said.${data.step}`)}</strong>
        {unitName === null ? null : <span>{unitName}</span>}
        <span className="quiet figure said-when">{moment(line.at)}</span>
        {retracted ? (
          <span className="quiet">{t("dispatch.said.undone")}</span>
        ) : closed || !line.own ? null : (
          <Button size="small" type="link" onClick={() => void undo(version)}>
            {t("dispatch.act.undo")}
          </Button>
        )}
      </div>
      <div className="said-text">
        {place === undefined ? null : <a href={place}>{made}</a>}
        {data.step === "task" && place !== undefined ? null : <span>{data.text}</span>}
      </div>
    </li>
  );
};

export interface EntryUnit {
  readonly code: string;
  readonly name: string;
}

interface EntryProps {
  readonly meeting: string;
  /** null: the meeting as a whole. */
  readonly task: string | null;
  readonly units: readonly EntryUnit[];
  readonly field: RefObject<TextAreaRef | null>;
}

/** Ctrl+Enter saves a note, with Shift a decision; what was typed and not saved waits where it was typed. */
const Entry = ({ meeting, task, units, field }: EntryProps) => {
  const { t } = useWords();
  const act = useAct();
  const draft = `dispatch.${meeting}.${task ?? ""}`;
  const [text, setText] = useState(() => String(readDraft(draft, ["text"])?.["text"] ?? ""));
  const [unit, setUnit] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (text === "") dropDraft(draft);
    else writeDraft(draft, { text });
  }, [draft, text]);

  const save = async (decision: boolean): Promise<void> => {
    setTried(true);
    field.current?.focus();
    if (busy || text.trim() === "") return;
    setBusy(true);
    // Nothing is said of it: it appears where it was written, with its undo beside it.
    const done = await act(() => client.dispatch.note({ id: meeting, task, text, unit, decision }));
    setBusy(false);
    if (done === undefined) return;
    setText("");
    setUnit(null);
    setTried(false);
  };
  const lacks = tried && text.trim() === "";
  return (
    <form
      className="said-entry"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") field.current?.blur();
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save(event.shiftKey);
      }}
    >
      {units.length === 0 ? null : (
        <Select
          className="wide"
          allowClear
          showSearch
          optionFilterProp="label"
          value={unit}
          aria-label={t("dispatch.entry.unit")}
          placeholder={t("dispatch.entry.unit")}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string | undefined) => setUnit(code ?? null)}
        />
      )}
      <Input.TextArea
        ref={field}
        value={text}
        autoSize={{ minRows: 3, maxRows: 8 }}
        aria-label={t("dispatch.act.note")}
        aria-invalid={lacks}
        status={lacks ? "error" : undefined}
        placeholder={t("dispatch.entry.placeholder")}
        onChange={(event) => setText(event.target.value)}
      />
      {lacks ? (
        <div className="field-wrong" role="alert">
          {t("dispatch.entry.needed")}
        </div>
      ) : null}
      <div className="said-acts">
        <Button type="primary" htmlType="submit" loading={busy} title="Ctrl+Enter">
          {t("dispatch.entry.note")}
        </Button>
        <Button disabled={busy} title="Ctrl+Shift+Enter" onClick={() => void save(true)}>
          {t("dispatch.entry.decision")}
        </Button>
      </div>
    </form>
  );
};

interface SaidProps extends EntryProps {
  readonly lines: readonly DispatchLine[];
  readonly closed: boolean;
}

export const Said = ({ lines, closed, ...entry }: SaidProps) => {
  const { t } = useWords();
  const box = useRef<HTMLOListElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (count > 0) box.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [count]);
  return (
    <section className="said" aria-label={t("dispatch.said.heading")}>
      <h3>{t("dispatch.said.heading")}</h3>
      {lines.length === 0 ? <p className="quiet">{t("dispatch.said.nothing")}</p> : null}
      <ol ref={box} className="said-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} closed={closed} />
        ))}
      </ol>
      {closed ? null : <Entry key={entry.task ?? ""} {...entry} />}
    </section>
  );
};
