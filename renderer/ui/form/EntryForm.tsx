/**
 * The one form of the program: few required fields, the rest folded; Ctrl+Enter saves and starts the next with what stays
 * the same; what is wrong stands beside its field in words; unsaved text survives a crash.
 */
import { CloseOutlined, DownOutlined, RightOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { errorText, fieldsOf } from "../../errors.ts";
import { useWords } from "../../i18n.ts";
import { useAct } from "../toast/act.ts";
import { Control } from "./Control.tsx";
import { dropDraft, readDraft, writeDraft } from "./drafts.ts";
import type { EntryFormProps, FormField, FormValue, FormValues } from "./types.ts";

const isEmpty = (value: FormValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" ? value.trim() === "" : Array.isArray(value) && value.length === 0);

const same = (a: FormValues, b: FormValues): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is written into the form counts when it differs from what it began with. */
const draftOver = <Values extends FormValues>(name: string, initial: Values): Values => {
  const draft = readDraft(name, Object.keys(initial));
  return draft === undefined ? initial : { ...initial, ...draft };
};

type Wrong = Readonly<Record<string, string | undefined>>;

export const EntryForm = <Values extends FormValues>(props: EntryFormProps<Values>) => {
  const { fields, initial, draft } = props;
  const { t, language } = useWords();
  const act = useAct();
  const { modal } = App.useApp();
  const form = useRef<HTMLFormElement>(null);
  const prefix = useId();
  const [start, setStart] = useState<Values>(initial);
  const [values, setValues] = useState<Values>(() => draftOver(draft, initial));
  const [recovered, setRecovered] = useState(() => !same(values, initial));
  const [wrong, setWrong] = useState<Wrong>({});
  const [unfolded, setUnfolded] = useState(false);
  const [saving, setSaving] = useState(false);
  const dirty = !same(values, start);

  useEffect(() => {
    if (dirty) writeDraft(draft, values);
    else dropDraft(draft);
  }, [draft, dirty, values]);
  const focusFirst = (key?: string): void => {
    setTimeout(() => {
      const box = key === undefined ? null : document.getElementById(`${prefix}-${key}`);
      (box ?? form.current?.querySelector<HTMLElement>("input, textarea"))?.focus();
    });
  };
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, []);

  const isFolded = ({ key, folded }: FormField): boolean =>
    folded === true && !unfolded && isEmpty(values[key]) && wrong[key] === undefined;
  const folded = fields.filter(isFolded);
  const foldable = fields.some((field) => field.folded === true);
  const set = (key: string, value: FormValue): void => {
    setValues((before) => ({ ...before, [key]: value }));
    setWrong((before) => ({ ...before, [key]: undefined }));
  };
  const check = (): Wrong => {
    const missing = fields.filter((field) => field.required === true && isEmpty(values[field.key]));
    return {
      ...Object.fromEntries(missing.map((field) => [field.key, t("app.form.needed", { field: field.label })])),
      ...props.check?.(values),
    };
  };
  const showWrong = (found: Wrong): boolean => {
    setWrong(found);
    const first = fields.find((field) => found[field.key] !== undefined);
    if (first !== undefined) focusFirst(first.key);
    return first !== undefined;
  };
  const startOver = (next: Values): void => {
    setStart(next);
    setValues(next);
    setRecovered(false);
    setWrong({});
  };
  const nextValues = (): Values => {
    const kept = Object.entries(values).filter(([key]) => props.keep?.some((name) => name === key));
    return { ...initial, ...Object.fromEntries(kept) };
  };
  const save = async (next: boolean): Promise<void> => {
    if (saving || showWrong(check())) return;
    setSaving(true);
    const saved = await act(async () => {
      try {
        return { answer: await props.save(values) };
      } catch (error) {
        const named = fieldsOf(error).filter((key) => fields.some((field) => field.key === key));
        if (named.length > 0) showWrong(Object.fromEntries(named.map((key) => [key, errorText(error, language)])));
        throw error;
      }
    });
    setSaving(false);
    if (saved === undefined) return;
    await act(() => Promise.resolve(saved.answer), props.said);
    dropDraft(draft);
    if (next && props.keep !== undefined) {
      startOver(nextValues());
      focusFirst();
    }
    props.onSaved(next && props.keep !== undefined);
  };
  const drop = (): void => {
    dropDraft(draft);
    props.onCancel();
  };
  const leave = (): void => {
    if (!dirty) drop();
    else
      modal.confirm({
        title: t("app.form.discard"),
        content: t("app.form.discardText"),
        okText: t("app.form.discardYes"),
        cancelText: t("app.form.discardNo"),
        autoFocusButton: "cancel",
        onOk: drop,
      });
  };
  /** Before any field sees it: an open list of units would take Enter for its own. */
  const onSaveKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void save(true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };
  const control = (field: FormField) => (
    <Control
      key={field.key}
      id={`${prefix}-${field.key}`}
      field={field}
      value={values[field.key] ?? null}
      wrong={wrong[field.key]}
      onChange={(value) => set(field.key, value)}
    />
  );
  return (
    <form
      ref={form}
      className="entry-form"
      aria-label={props.title}
      noValidate
      onKeyDownCapture={onSaveKey}
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <header className="detail-head">
        <div className="detail-over">
          <h2>{props.title}</h2>
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t("app.action.close")}
            onClick={leave}
          />
        </div>
      </header>
      <div className="form-fields">
        {recovered ? (
          <div className="form-recovered" role="status">
            {t("app.form.recovered")}{" "}
            <Button size="small" type="link" onClick={() => startOver(initial)}>
              {t("app.form.recoveredDrop")}
            </Button>
          </div>
        ) : null}
        {props.note}
        {fields.filter((field) => !isFolded(field)).map(control)}
        {foldable && (folded.length > 0 || unfolded) ? (
          <Button
            type="link"
            size="small"
            className="form-more"
            aria-expanded={unfolded}
            icon={unfolded ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded
              ? t("app.form.less")
              : `${t("app.form.more")} (${folded.map(({ label }) => label).join(language === "en" ? ", " : "、")})`}
          </Button>
        ) : null}
      </div>
      <footer className="form-foot">
        <Button type="primary" htmlType="submit" loading={saving}>
          {t("app.action.save")}
        </Button>
        {props.keep === undefined ? null : (
          <Button disabled={saving} onClick={() => void save(true)}>
            {t("app.action.saveNext")}
          </Button>
        )}
        <Button type="text" onClick={leave}>
          {t("app.action.cancel")}
        </Button>
        <span className="quiet form-hint">
          {props.keep === undefined ? t("app.form.saveOneHint") : t("app.form.saveHint")}
        </span>
        <span className="quiet form-classified">{t("app.form.classified")}</span>
      </footer>
    </form>
  );
};
