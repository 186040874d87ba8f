/** What has been done with a record, newest first: one line for each step, with its evidence and the way to take it back. */
import { Button, Popconfirm } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";
import { useDates } from "../dates.ts";
import { useUndo } from "../toast/act.ts";

export interface TimeLineItem {
  readonly id: string;
  /** The day that the step is of (ISO), and the moment that it was entered. */
  readonly on: string;
  readonly at: string;
  /** What the step is called. */
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Files, figures: anything under the text. */
  readonly extra?: ReactNode;
  readonly office: string;
  /** Name of the unit that it was entered for; null: the office's own. */
  readonly onBehalfOf: string | null;
  readonly retracted: boolean;
  /** It does not count until whoever has authority takes it (EX5). */
  readonly proposed?: boolean;
  /** The commit that an undo takes back; undefined: not offered. */
  readonly version: string | undefined;
  readonly round?: number;
}

interface TimeLineProps {
  readonly items: readonly TimeLineItem[];
  /** Said when there are no steps. */
  readonly empty?: string;
}

const Item = ({ item, head }: { readonly item: TimeLineItem; readonly head: ReactNode }) => {
  const { t } = useWords();
  const { day, moment } = useDates();
  const undo = useUndo();
  return (
    <>
      {head}
      <li className={item.retracted ? "step retracted" : "step"}>
        <span className="step-on figure">{day(item.on)}</span>
        <div className="step-body">
          <div className="step-title">
            <strong>{item.title}</strong>
            {item.onBehalfOf === null ? null : (
              <span className="quiet">{t("app.detail.onBehalf", { unit: item.onBehalfOf })}</span>
            )}
            {item.proposed === true ? <span className="quiet">{t("app.between.proposed")}</span> : null}
            {item.retracted ? <span className="quiet">{t("app.detail.retracted")}</span> : null}
          </div>
          {item.text === undefined || item.text === "" ? null : <div className="step-text">{item.text}</div>}
          {item.extra}
          <div className="step-foot quiet">
            <span>
              {item.office} · {moment(item.at)}
            </span>
            {item.version === undefined || item.retracted ? null : (
              <Popconfirm
                title={t("app.detail.undoStep")}
                okText={t("app.action.undo")}
                cancelText={t("app.action.cancel")}
                onConfirm={() => void (item.version === undefined ? undefined : undo(item.version))}
              >
                <Button size="small" type="link">
                  {t("app.action.undo")}
                </Button>
              </Popconfirm>
            )}
          </div>
        </div>
      </li>
    </>
  );
};

export const TimeLine = ({ items, empty }: TimeLineProps) => {
  const { t } = useWords();
  if (items.length === 0) return <p className="quiet">{empty ?? t("app.detail.noSteps")}</p>;
  return (
    <ol className="time-line">
      {items.map((item, index) => (
        <Item
          key={item.id}
          item={item}
          head={
            item.round !== undefined &&
            item.round !== items[index - 1]?.round &&
            items.some(({ round }) => round !== item.round) ? (
              <li className="round-head">{t("app.detail.round", { count: item.round })}</li>
            ) : null
          }
        />
      ))}
    </ol>
  );
};
