/** What a meeting is about: month, units, day, and what stands at the head of its minutes. */
import { Button, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { usualMonth } from "#shared/dispatch/month.ts";
import type { DispatchHead } from "#shared/dispatch/record.ts";
import type { DispatchDetail, DispatchRow } from "#shared/dispatch/view.ts";
import { client, useStatus, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Field } from "../ui/form/index.ts";
import { useUnits } from "../units/names.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { useMeetingTitle } from "./meeting-words.ts";

interface HeadProps {
  readonly head: DispatchHead;
  readonly onChange: (change: Partial<DispatchHead>) => void;
}

/** Groups of the units below the office, at one press each. */
const useGroups = (): readonly { key: "division" | "department" | "zone"; codes: string[] }[] => {
  const units = useUnits();
  const office = useStatus().data?.office?.unit;
  return (["division", "zone", "department"] as const)
    .map((key) => ({
      key,
      codes: units
        .filter((unit) => unit.parent === office && unit.kind === key && !unit.withdrawn)
        .map(({ code }) => code),
    }))
    .filter(({ codes }) => codes.length > 0);
};

const lines = ["title", "place", "chair", "attendees"] as const;

const HeadFields = ({ head, onChange }: HeadProps) => {
  const { t } = useWords();
  const id = useId();
  const groups = useGroups();
  const usualTitle = useMeetingTitle();
  const toggle = (codes: readonly string[]): void => {
    const isIn = codes.every((code) => head.units.includes(code));
    const others = head.units.filter((code) => !codes.includes(code));
    onChange({ units: isIn ? others : [...others, ...codes] });
  };
  return (
    <>
      <Field id={`${id}-month`} label={t("dispatch.form.month")}>
        <DatePicker
          id={`${id}-month`}
          picker="month"
          allowClear={false}
          value={dayjs(`${head.month}-01`)}
          onChange={(month) => onChange({ month: (month ?? dayjs(head.month)).format("YYYY-MM") })}
        />
      </Field>
      <Field id={`${id}-on`} label={t("dispatch.form.on")}>
        <DatePicker
          id={`${id}-on`}
          allowClear={false}
          value={dayjs(head.on)}
          onChange={(on) => onChange({ on: (on ?? dayjs(head.on)).format("YYYY-MM-DD") })}
        />
      </Field>
      <Field id={`${id}-units`} label={t("dispatch.form.units")}>
        <UnitPicker
          id={`${id}-units`}
          free={false}
          value={head.units}
          placeholder={t("dispatch.form.unitsAll")}
          onChange={(units) => onChange({ units })}
        />
        {groups.length === 0 ? null : (
          <div className="meeting-groups">
            <span className="quiet">{t("dispatch.form.groups")}</span>
            {groups.map(({ key, codes }) => (
              <Button key={key} size="small" type="link" onClick={() => toggle(codes)}>
                {t(`dispatch.form.group.${key}`, { count: codes.length })}
              </Button>
            ))}
          </div>
        )}
      </Field>
      {lines.map((key) => (
        <Field key={key} id={`${id}-${key}`} label={t(`dispatch.form.${key}`)}>
          <Input.TextArea
            id={`${id}-${key}`}
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={head[key]}
            placeholder={key === "title" ? usualTitle({ title: "", month: head.month }) : undefined}
            onChange={(event) => onChange({ [key]: event.target.value })}
          />
        </Field>
      ))}
    </>
  );
};

/** Chair, place and attendees are mostly those of the meeting before. */
export const NewMeeting = ({
  before,
  onClose,
}: {
  readonly before: DispatchRow | undefined;
  readonly onClose: () => void;
}) => {
  const { t } = useWords();
  const today = useToday();
  const { busy, finish } = useFinish(onClose);
  const [head, setHead] = useState<DispatchHead>(() => ({
    month: usualMonth(today),
    on: today,
    title: "",
    place: before?.place ?? "",
    chair: before?.chair ?? "",
    attendees: before?.attendees ?? "",
    units: [...(before?.units ?? [])],
  }));
  const create = async (): Promise<void> => {
    const done = await finish(() => client.dispatch.add(head), t("dispatch.done.add"));
    const [id] = done?.ids ?? [];
    if (id !== undefined) navigate(`/dispatch/${id}`);
  };
  return (
    <ActDialog
      title={t("dispatch.form.add")}
      ok={t("dispatch.act.create")}
      busy={busy}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <HeadFields head={head} onChange={(change) => setHead((known) => ({ ...known, ...change }))} />
    </ActDialog>
  );
};

export const EditMeeting = ({
  meeting,
  onClose,
}: {
  readonly meeting: DispatchDetail;
  readonly onClose: () => void;
}) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(onClose);
  const [head, setHead] = useState<DispatchHead>(meeting.head);
  const [words, setWords] = useState({ opening: meeting.opening, closing: meeting.closing });
  const save = (): void =>
    void finish(() => client.dispatch.edit({ id: meeting.id, head, ...words }), t("dispatch.done.edit"));
  return (
    <ActDialog title={t("dispatch.form.edit")} ok={t("app.action.save")} busy={busy} onOk={save} onCancel={onClose}>
      <HeadFields head={head} onChange={(change) => setHead((known) => ({ ...known, ...change }))} />
      {(["opening", "closing"] as const).map((key) => (
        <Field key={key} id={`${id}-${key}`} label={t(`dispatch.form.${key}`)}>
          <Input.TextArea
            id={`${id}-${key}`}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={words[key]}
            onChange={(event) => setWords((known) => ({ ...known, [key]: event.target.value }))}
          />
        </Field>
      ))}
    </ActDialog>
  );
};
