/** A campaign added or changed: its name, its year, and how often those of its tasks that last are reported on. */
import { Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { reportIntervals } from "#shared/tasks/record.ts";
import type { ReportInterval } from "#shared/tasks/record.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Field } from "../ui/form/index.ts";
import { type CampaignTarget, closeCampaign } from "./target.ts";

type Target = Extract<CampaignTarget, { readonly kind: "add" } | { readonly kind: "edit" }>;

const noInterval = "none";

export const CampaignDialog = ({ target }: { readonly target: Target }) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(closeCampaign);
  const before = target.kind === "edit" ? target.campaign : undefined;
  const [name, setName] = useState(target.kind === "add" ? target.name : target.campaign.name);
  const [year, setYear] = useState<number | null>(before?.year ?? null);
  const [every, setEvery] = useState<ReportInterval | null>(before?.every ?? null);
  const [note, setNote] = useState(before?.note ?? "");
  const [tried, setTried] = useState(false);
  const written = name.trim();
  const save = (): void => {
    setTried(true);
    if (written === "") return;
    const facts = { name: written, year, every, note: note.trim() };
    void finish(
      () =>
        before === undefined ? client.campaigns.add(facts) : client.campaigns.edit({ id: before.id, changes: facts }),
      t(before === undefined ? "campaigns.saved.added" : "campaigns.saved.edited", { name: written }),
    );
  };
  return (
    <ActDialog
      title={before === undefined ? t("campaigns.dialog.add") : t("campaigns.dialog.edit", { name: before.name })}
      ok={before === undefined ? t("campaigns.act.add") : t("app.action.save")}
      busy={busy}
      onOk={save}
      onCancel={closeCampaign}
    >
      {before === undefined ? null : <p className="quiet">{t("campaigns.dialog.editHint")}</p>}
      <Field
        id={`${id}-name`}
        label={t("campaigns.fields.name")}
        wrong={tried && written === "" ? t("campaigns.dialog.nameWanted") : undefined}
      >
        <Input
          id={`${id}-name`}
          value={name}
          status={tried && written === "" ? "error" : ""}
          onChange={({ target: { value } }) => setName(value)}
        />
      </Field>
      <Field id={`${id}-every`} label={t("campaigns.fields.every")}>
        <Select
          id={`${id}-every`}
          className="wide"
          value={every ?? noInterval}
          options={[
            { value: noInterval, label: t("campaigns.noInterval") },
            ...reportIntervals.map((value) => ({ value, label: t(`tasks.campaign.every.${value}`) })),
          ]}
          onChange={(value) => setEvery(reportIntervals.find((interval) => interval === value) ?? null)}
        />
        <div className="quiet">{t("campaigns.everyHint")}</div>
      </Field>
      <Field id={`${id}-year`} label={t("campaigns.fields.year")}>
        <InputNumber id={`${id}-year`} min={2000} max={2099} precision={0} value={year} onChange={setYear} />
        <div className="quiet">{t("campaigns.yearHint")}</div>
      </Field>
      <Field id={`${id}-note`} label={t("campaigns.fields.note")}>
        <Input.TextArea
          id={`${id}-note`}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={note}
          onChange={({ target: { value } }) => setNote(value)}
        />
      </Field>
    </ActDialog>
  );
};
