/** At the end of a record's page, what is done rarely and with care: joining the same task (EX8a), purging (EX8). */
import { App, Button } from "antd";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { openDialog } from "./dialogs.ts";

interface RecordActsProps {
  readonly record: string;
  readonly title: string;
  /** Whether another record stands for it already; absent: its kind cannot be joined. */
  readonly joined?: boolean;
}

export const RecordActs = ({ record, title, joined }: RecordActsProps) => {
  const { t } = useWords();
  const { modal } = App.useApp();
  const act = useAct();
  const part = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t("exchange.join.partTitle"),
      okText: t("exchange.join.partAct"),
      cancelText: t("app.action.cancel"),
    });
    if (sure) await act(() => client.exchange.join({ record, same: null }), t("exchange.join.parted"));
  };
  return (
    <div className="record-acts">
      {joined === false ? (
        <Button size="small" type="link" onClick={() => openDialog({ kind: "join", record, title })}>
          {t("exchange.join.act")}
        </Button>
      ) : null}
      {joined === true ? (
        <Button size="small" type="link" onClick={() => void part()}>
          {t("exchange.join.partAct")}
        </Button>
      ) : null}
      <Button size="small" type="link" danger onClick={() => openDialog({ kind: "purge", record, title })}>
        {t("exchange.purge.act")}
      </Button>
    </div>
  );
};
