/** Changes an urging: its words, until when it is to be answered, and its number, where two computers gave one twice. */
import { Input, InputNumber } from "antd";
import { useId, useState } from "react";
import type { UrgingDetail } from "#shared/urgings/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Field, PeriodInput } from "../ui/form/index.ts";
import { closeUrging } from "./targets.ts";

export const EditDialog = ({ urging }: { readonly urging: UrgingDetail }) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(closeUrging);
  const [text, setText] = useState(urging.text);
  const [limit, setLimit] = useState(urging.limit.text);
  const [no, setNo] = useState<number | null>(urging.no);
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (text.trim() === "" || no === null) return;
    if (text.trim() === urging.text && limit.trim() === urging.limit.text && no === urging.no) {
      closeUrging();
      return;
    }
    void finish(() => client.urgings.edit({ id: urging.id, text, limit, no }), t("urgings.done.edited"));
  };
  return (
    <ActDialog
      title={t("urgings.edit.heading", { number: t("documents.bracketed", { year: urging.year, no: urging.no }) })}
      ok={t("app.action.save")}
      busy={busy}
      onOk={save}
      onCancel={closeUrging}
    >
      <Field
        id={`${id}-text`}
        label={t("urgings.fields.text")}
        wrong={tried && text.trim() === "" ? t("urgings.issue.textNeeded") : undefined}
      >
        <Input.TextArea
          id={`${id}-text`}
          data-first
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Field id={`${id}-limit`} label={t("urgings.fields.limit")}>
        <PeriodInput id={`${id}-limit`} value={limit} onChange={setLimit} />
      </Field>
      <Field
        id={`${id}-no`}
        label={t("urgings.edit.no", { year: urging.year })}
        wrong={tried && no === null ? t("urgings.edit.noNeeded") : undefined}
      >
        <InputNumber id={`${id}-no`} min={1} max={99_999} precision={0} value={no} onChange={setNo} />
      </Field>
    </ActDialog>
  );
};
