/** A template started for a year: every task with its period before and after, what should be looked at, what is left out. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Checkbox, Input, InputNumber } from "antd";
import { useId, useMemo, useState } from "react";
import { shiftYears } from "#shared/calendar/shift-years.ts";
import { campaignFilters } from "#shared/campaigns/lists.ts";
import type { TemplateRow } from "#shared/contract/campaigns.ts";
import { client, query, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { Field } from "../ui/form/index.ts";
import { openList } from "../ui/list/state.ts";
import { StartedTable } from "./StartedTable.tsx";
import { closeCampaign } from "./target.ts";

/** The coming year, where the template is of this one. */
const yearAfter = ({ year }: TemplateRow, today: string): number => Math.max(year + 1, Number(today.slice(0, 4)));

export const StartDialog = ({ template }: { readonly template: TemplateRow }) => {
  const { t } = useWords();
  const id = useId();
  const today = useToday();
  const { busy, finish } = useFinish(closeCampaign);
  const [year, setYear] = useState(yearAfter(template, today));
  const usualName = shiftYears(template.name, year - template.year);
  const [written, setWritten] = useState<string>();
  const campaign = (written ?? usualName).trim();
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const [onlyRemarked, setOnlyRemarked] = useState(false);
  const input = { id: template.id, year };
  const preview = useQuery(query.campaigns.previewTemplate.queryOptions({ input, placeholderData: keepPreviousData }));
  const all = useMemo(() => preview.data ?? [], [preview.data]);
  const remarked = all.filter(({ remarks }) => remarks.length > 0).length;
  const count = all.length - out.size;
  const start = async (): Promise<void> => {
    if (count <= 0) return;
    const done = await finish(
      () => client.campaigns.startTemplate({ ...input, campaign, leaveOut: [...out] }),
      t("campaigns.saved.started", { count }),
    );
    if (done === undefined) return;
    openList("tasks", campaign === "" ? [] : campaignFilters(campaign, "tasks"));
  };
  return (
    <ActDialog
      title={t("campaigns.start.title", { name: template.name })}
      ok={t("campaigns.start.ok", { count })}
      width={1000}
      busy={busy}
      onOk={() => void start()}
      onCancel={closeCampaign}
    >
      <div className="start-head">
        <Field id={`${id}-year`} label={t("campaigns.start.year")}>
          <InputNumber
            id={`${id}-year`}
            min={2000}
            max={2099}
            precision={0}
            value={year}
            onChange={(value) => (value === null ? undefined : setYear(value))}
          />
        </Field>
        <Field id={`${id}-campaign`} label={t("campaigns.start.campaign")}>
          <Input
            id={`${id}-campaign`}
            value={written ?? usualName}
            onChange={({ target }) => setWritten(target.value)}
          />
          <div className="quiet">{t("campaigns.start.campaignHint")}</div>
        </Field>
      </div>
      <div className="start-counts">
        <span>{t("campaigns.start.counts", { count, remarked, out: out.size })}</span>
        <Checkbox checked={onlyRemarked} onChange={({ target }) => setOnlyRemarked(target.checked)}>
          {t("campaigns.start.onlyRemarked")}
        </Checkbox>
      </div>
      <Loaded result={preview}>
        {(tasks) => (
          <StartedTable
            tasks={onlyRemarked ? tasks.filter(({ remarks }) => remarks.length > 0) : tasks}
            year={year}
            out={out}
            onOut={setOut}
          />
        )}
      </Loaded>
    </ActDialog>
  );
};
