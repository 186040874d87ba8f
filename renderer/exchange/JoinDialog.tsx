/** EX8a: one task entered twice is joined with the other, found by search; nothing of either is lost. */
import { useQuery } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useId, useState } from "react";
import { client, keepPreviousData, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { closeDialog } from "./dialogs.ts";

const shown = 20;

interface JoinDialogProps {
  readonly record: string;
  readonly title: string;
}

export const JoinDialog = ({ record, title }: JoinDialogProps) => {
  const { t } = useWords();
  const act = useAct();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [same, setSame] = useState<string>();
  const [busy, setBusy] = useState(false);
  const found = useQuery(
    query.tasks.list.queryOptions({ input: { q: typed.trim(), limit: shown }, placeholderData: keepPreviousData }),
  );
  const options = (found.data?.rows ?? [])
    .filter((row) => row.id !== record)
    .map((row) => ({ value: row.id, label: `${row.no} ${row.title}`.trim() }));
  const join = async (): Promise<void> => {
    if (same === undefined || busy) return;
    setBusy(true);
    const done = await act(() => client.exchange.join({ record, same }), t("exchange.join.done"));
    setBusy(false);
    if (done !== undefined) closeDialog();
  };
  return (
    <Modal
      open
      centered
      width={620}
      closable={false}
      title={`${t("exchange.join.title")} · ${title}`}
      okText={t("exchange.join.yes")}
      okButtonProps={{ disabled: same === undefined, loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => void join()}
      onCancel={closeDialog}
    >
      <p>{t("exchange.join.text")}</p>
      <div className="stacked">
        <label htmlFor={id}>{t("exchange.join.search")}</label>
        <Select<string>
          id={id}
          className="wide"
          autoFocus
          {...(same === undefined ? {} : { value: same })}
          showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
          options={options}
          notFoundContent={<span className="quiet">{t("exchange.join.none")}</span>}
          onChange={setSame}
        />
      </div>
    </Modal>
  );
};
