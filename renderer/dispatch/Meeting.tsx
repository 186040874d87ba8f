/**
 * The meeting as it is held: agenda at the left, the task that is talked about in the middle, what is said of it at the
 * right. It is meant for the meeting room's projector as well as for the clerk, so everything goes by keyboard.
 */
import type { TextAreaRef } from "antd/es/input/TextArea.js";
import { useMemo, useRef, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { DispatchDetail } from "#shared/dispatch/view.ts";
import { useWords } from "../i18n.ts";
import { RecordHistory } from "../history/RecordHistory.tsx";
import { DetailSection } from "../ui/detail/index.ts";
import { useHandler } from "../ui/latest.ts";
import { Agenda } from "./Agenda.tsx";
import { AgendaTask } from "./AgendaTask.tsx";
import { MakeTaskDialog, UrgeDialog, WithdrawDialog } from "./DecisionDialogs.tsx";
import { Figures } from "./Figures.tsx";
import { EditMeeting } from "./MeetingForm.tsx";
import { MeetingHead } from "./MeetingHead.tsx";
import { type EntryUnit, Said } from "./Said.tsx";
import { useMeetingKeys } from "./useMeetingKeys.ts";

type Dialog = "edit" | "withdraw" | "urge" | "task";

/** In an address: what is said of no task in particular. */
const whole = "meeting";

interface MeetingProps {
  readonly meeting: DispatchDetail;
  readonly at: string | undefined;
}

/** How many lines that stand were taken of each task; "" for the meeting as a whole. */
const takenOf = ({ steps }: DispatchDetail): ReadonlyMap<string, number> => {
  const taken = new Map<string, number>();
  for (const { retracted, data } of steps) {
    if (!retracted) taken.set(data.task ?? "", (taken.get(data.task ?? "") ?? 0) + 1);
  }
  return taken;
};

export const Meeting = ({ meeting, at }: MeetingProps) => {
  const { t } = useWords();
  const [dialog, setDialog] = useState<Dialog>();
  const field = useRef<TextAreaRef>(null);
  const { agenda, id } = meeting;
  const first = agenda[0]?.task ?? null;
  const task = at === whole ? null : (agenda.find((each) => each.task === at)?.task ?? first);
  const place = agenda.findIndex((each) => each.task === task);
  const item = agenda[place] ?? null;
  const taken = useMemo(() => takenOf(meeting), [meeting]);
  const closed = meeting.withdrawn;
  const units = useMemo<EntryUnit[]>(
    () =>
      item !== null && item.concerned.length > 0
        ? item.concerned.map(({ unit, unitName }) => ({ code: unit, name: unitName }))
        : meeting.byUnit
            .map(({ unit, unitName }) => ({ code: unit, name: unitName }))
            .filter(({ code, name }) => code !== name),
    [item, meeting.byUnit],
  );
  const open = useHandler((next: string | null): void =>
    navigate(`/dispatch/${id}/${next ?? whole}`, { replace: true }),
  );
  const move = (by: number): void => {
    const next = Math.max(-1, Math.min(agenda.length - 1, place + by));
    open(agenda[next]?.task ?? null);
  };
  const close = (): void => setDialog(undefined);
  useMeetingKeys({
    move,
    write: () => field.current?.focus(),
    urge: () => (item === null || closed ? undefined : setDialog("urge")),
    makeTask: () => (closed ? undefined : setDialog("task")),
  });
  return (
    <div className="meeting">
      <MeetingHead meeting={meeting} onEdit={() => setDialog("edit")} onWithdraw={() => setDialog("withdraw")} />
      <Figures meeting={meeting} />
      <div className="meeting-panes">
        <Agenda items={agenda} at={task} taken={taken} onOpen={open} />
        <div className="meeting-middle">
          {item === null ? (
            <div className="meeting-whole">
              <h2>{t("dispatch.agenda.meeting")}</h2>
              <p className="quiet">{t("dispatch.item.whole")}</p>
              <DetailSection title={t("app.detail.history")}>
                <RecordHistory capability="dispatch" entries={meeting.history} />
              </DetailSection>
            </div>
          ) : (
            <AgendaTask
              item={item}
              place={t("dispatch.agenda.place", { place: place + 1, count: agenda.length })}
              closed={closed}
              onUrge={() => setDialog("urge")}
              onMakeTask={() => setDialog("task")}
            />
          )}
          <p className="quiet meeting-keys">{t("dispatch.keys")}</p>
        </div>
        <Said
          meeting={id}
          task={task}
          units={units}
          field={field}
          closed={closed}
          lines={meeting.steps.filter(({ data }) => data.task === task)}
        />
      </div>
      {dialog === "edit" ? <EditMeeting meeting={meeting} onClose={close} /> : null}
      {dialog === "withdraw" ? <WithdrawDialog meeting={meeting} onClose={close} /> : null}
      {dialog === "task" ? <MakeTaskDialog meeting={meeting} item={item} onClose={close} /> : null}
      {dialog === "urge" && item !== null ? <UrgeDialog meeting={meeting} item={item} onClose={close} /> : null}
    </div>
  );
};
