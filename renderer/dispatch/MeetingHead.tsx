/** The top of a meeting: which it is, as of when, and what is done with it as a whole. */
import { ArrowLeftOutlined, MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { navigate } from "wouter/use-hash-location";
import type { DispatchDetail } from "#shared/dispatch/view.ts";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useMeetingTitle } from "./meeting-words.ts";

interface MeetingHeadProps {
  readonly meeting: DispatchDetail;
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

/** Asks where to, writes, and offers to show it. */
const useMinutes = (meeting: DispatchDetail): (() => Promise<void>) => {
  const { t, language } = useWords();
  const tellError = useTellError();
  const title = useMeetingTitle()(meeting);
  return async () => {
    const path = await bridge.pickSavePath(`${t("dispatch.minutesFile", { title })}.docx`, "any");
    if (path === undefined) return;
    try {
      const written = await client.dispatch.minutes({ id: meeting.id, path, language });
      showToast({
        text: t("dispatch.done.minutes", { name: fileNameOf(written.path) }),
        action: { label: t("dispatch.act.reveal"), run: () => void bridge.revealInFolder(written.path) },
      });
    } catch (error) {
      tellError(error);
    }
  };
};

export const MeetingHead = ({ meeting, onEdit, onWithdraw }: MeetingHeadProps) => {
  const { t } = useWords();
  const { day } = useDates();
  const title = useMeetingTitle()(meeting);
  const writeMinutes = useMinutes(meeting);
  const { head, before, unitNames, withdrawnReason } = meeting;
  const about = [
    t("dispatch.head.asOf", { day: day(head.on) }),
    head.place,
    head.chair,
    unitNames.length === 0
      ? t("dispatch.row.allUnits")
      : unitNames.length <= 3
        ? unitNames.join(" · ")
        : t("dispatch.row.unitsAnd", { name: unitNames[0] ?? "", count: unitNames.length }),
    before === null ? t("dispatch.head.firstMeeting") : t("dispatch.head.before", { day: day(before.on) }),
  ];
  return (
    <header className="meeting-head">
      <Button
        type="text"
        icon={<ArrowLeftOutlined aria-hidden="true" />}
        aria-label={t("dispatch.act.list")}
        title={t("dispatch.act.list")}
        onClick={() => navigate("/dispatch")}
      />
      <div className="meeting-name">
        <h2>{title}</h2>
        <p className="quiet">{about.filter((text) => text !== "").join(" · ")}</p>
        {withdrawnReason === null ? null : (
          <p className="meeting-withdrawn-why">{t("dispatch.head.withdrawn", { reason: withdrawnReason })}</p>
        )}
      </div>
      <Button disabled={withdrawnReason !== null} onClick={onEdit}>
        {t("dispatch.act.edit")}
      </Button>
      <Button type="primary" onClick={() => void writeMinutes()}>
        {t("dispatch.act.minutes")}
      </Button>
      {withdrawnReason === null ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [{ key: "withdraw", label: t("dispatch.act.withdraw"), danger: true, onClick: onWithdraw }],
          }}
        >
          <Button
            icon={<MoreOutlined aria-hidden="true" />}
            aria-label={t("tasks.act.more")}
            title={t("tasks.act.more")}
          />
        </Dropdown>
      ) : null}
    </header>
  );
};
