/** What a decision becomes: urgings with text drafted from how the task stands, a task, or the end of the meeting. */
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useId, useState } from "react";
import type { AgendaItem, DispatchDetail } from "#shared/dispatch/view.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, ReasonDialog, useFinish } from "../ui/dialog/index.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { Field, PeriodInput } from "../ui/form/index.ts";
import { useUnitName } from "../units/names.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";

interface DialogProps {
  readonly meeting: DispatchDetail;
  readonly onClose: () => void;
}

interface Drafted {
  readonly text: string;
  readonly limit: string;
}

/** Those that are late or unheard of; where none is, all that have it in hand. */
const urgedFirst = ({ concerned }: AgendaItem): string[] => {
  const behind = concerned.filter(({ reasons }) => reasons.includes("late") || reasons.includes("unheard"));
  return (behind.length > 0 ? behind : concerned).map(({ unit }) => unit);
};

const Urged = ({
  meeting,
  item,
  drafts,
  onClose,
}: DialogProps & { readonly item: AgendaItem; readonly drafts: ReadonlyMap<string, Drafted> }) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(onClose);
  const unitName = useUnitName();
  const next = useQuery(query.urgings.nextNumber.queryOptions({ input: {} })).data;
  const [units, setUnits] = useState<readonly string[]>(() => {
    const first = urgedFirst(item);
    return first.length > 0 ? first : [...drafts.keys()];
  });
  const [written, setWritten] = useState<ReadonlyMap<string, Drafted>>(drafts);
  const [tried, setTried] = useState(false);
  // A draft speaks of how one unit stands; of one that is neither late nor unheard of there is nothing to say beforehand.
  const of = (unit: string): Drafted => written.get(unit) ?? { text: "", limit: "" };
  const change = (unit: string, part: Partial<Drafted>): void =>
    setWritten((known) => new Map(known).set(unit, { ...of(unit), ...part }));
  const isWhole = units.length > 0 && units.every((unit) => of(unit).text.trim() !== "");
  const issue = (): void => {
    setTried(true);
    if (!isWhole) return;
    const urgings = units.map((unit) => ({ unit, ...of(unit) }));
    void finish(
      () => client.dispatch.urge({ id: meeting.id, task: item.task, urgings }),
      t("dispatch.done.urge", { count: urgings.length }),
    );
  };
  return (
    <ActDialog
      title={t("dispatch.urge.heading", { title: item.title })}
      ok={t("dispatch.act.urge")}
      width={640}
      busy={busy}
      onOk={issue}
      onCancel={onClose}
    >
      <Field
        id={`${id}-units`}
        label={t("dispatch.urge.units")}
        wrong={tried && units.length === 0 ? t("dispatch.urge.unitsNeeded") : undefined}
      >
        <UnitPicker id={`${id}-units`} value={units} onChange={setUnits} />
      </Field>
      {units.map((unit) => (
        <fieldset key={unit} className="urge-one">
          <legend>{unitName(unit)}</legend>
          <Field
            id={`${id}-${unit}-text`}
            label={t("dispatch.urge.text")}
            wrong={tried && of(unit).text.trim() === "" ? t("dispatch.urge.textNeeded") : undefined}
          >
            <Input.TextArea
              id={`${id}-${unit}-text`}
              data-first={unit === units[0] ? true : undefined}
              autoSize={{ minRows: 3, maxRows: 8 }}
              value={of(unit).text}
              onChange={(event) => change(unit, { text: event.target.value })}
            />
          </Field>
          <Field id={`${id}-${unit}-limit`} label={t("dispatch.urge.limit")}>
            <PeriodInput
              id={`${id}-${unit}-limit`}
              value={of(unit).limit}
              onChange={(limit) => change(unit, { limit })}
            />
          </Field>
        </fieldset>
      ))}
      {next === undefined ? null : (
        <p className="quiet">{t("dispatch.urge.numbers", { number: t("documents.bracketed", next) })}</p>
      )}
    </ActDialog>
  );
};

export const UrgeDialog = ({ meeting, item, onClose }: DialogProps & { readonly item: AgendaItem }) => {
  const { language } = useWords();
  const result = useQuery(query.urgings.draft.queryOptions({ input: { task: item.task, language } }));
  return (
    <Loaded result={result} onClose={onClose}>
      {(drafts) => (
        <Urged
          meeting={meeting}
          item={item}
          drafts={new Map(drafts.map(({ unit, text, limit }) => [unit, { text, limit }]))}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
};

/** `item`: the task that it is about; null: of none. */
export const MakeTaskDialog = ({ meeting, item, onClose }: DialogProps & { readonly item: AgendaItem | null }) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(onClose);
  const decided = meeting.steps.findLast(
    ({ retracted, data }) => !retracted && data.step === "decision" && data.task === (item?.task ?? null),
  );
  const [values, setValues] = useState({
    title: decided?.data.text ?? "",
    units: decided?.data.unit ? [decided.data.unit] : [],
    period: "",
  });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof values>): void => setValues((known) => ({ ...known, ...change }));
  const isWhole = values.title.trim() !== "";
  const make = (): void => {
    setTried(true);
    if (!isWhole) return;
    const input = { id: meeting.id, about: item?.task ?? null, ...values };
    void finish(() => client.dispatch.makeTask(input), t("dispatch.done.task"));
  };
  return (
    <ActDialog
      title={t("dispatch.makeTask.heading")}
      ok={t("dispatch.act.task")}
      busy={busy}
      onOk={make}
      onCancel={onClose}
    >
      {item === null ? null : <p className="quiet">{t("dispatch.makeTask.under", { title: item.title })}</p>}
      <Field
        id={`${id}-title`}
        label={t("dispatch.makeTask.title")}
        wrong={tried && !isWhole ? t("dispatch.makeTask.titleNeeded") : undefined}
      >
        <Input.TextArea
          id={`${id}-title`}
          data-first
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={values.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field id={`${id}-units`} label={t("dispatch.makeTask.units")}>
        <UnitPicker id={`${id}-units`} free={false} value={values.units} onChange={(units) => set({ units })} />
      </Field>
      <Field id={`${id}-period`} label={t("dispatch.makeTask.period")}>
        <PeriodInput id={`${id}-period`} value={values.period} onChange={(period) => set({ period })} />
      </Field>
    </ActDialog>
  );
};

export const WithdrawDialog = ({ meeting, onClose }: DialogProps) => {
  const { t } = useWords();
  return (
    <ReasonDialog
      title={t("dispatch.withdraw.heading")}
      ok={t("dispatch.act.withdraw")}
      explain={t("dispatch.withdraw.keeps")}
      label={t("dispatch.withdraw.reason")}
      wanted={t("dispatch.withdraw.reasonNeeded")}
      run={(reason) => client.dispatch.withdraw({ id: meeting.id, reason })}
      said={t("dispatch.done.withdraw")}
      onClose={onClose}
    />
  );
};
