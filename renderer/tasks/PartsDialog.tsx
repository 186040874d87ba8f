/** What is done with tasks beside the steps of their life: broken down, made parts of another, put into a campaign. */
import { AutoComplete, Select } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client, keepPreviousData, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog } from "../ui/dialog/index.ts";
import { Field } from "../ui/form/index.ts";
import { useStore } from "../ui/store.ts";
import { useAct } from "../ui/toast/act.ts";
import { BreakdownDialog } from "./BreakdownDialog.tsx";
import { closeParts, partsTarget } from "./step-target.ts";
import type { PartsTarget } from "./step-target.ts";

type ManyTarget = Exclude<PartsTarget, { kind: "break" }>;

/** As many as one looks through before typing more. */
const mostFound = 20;

const useFinish = (target: ManyTarget) => {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const finish = async (run: () => Promise<object>, said: string): Promise<void> => {
    setBusy(true);
    const done = await act(run, said);
    setBusy(false);
    if (done === undefined) return;
    closeParts();
    target.taken?.();
  };
  return { busy, finish };
};

const JoinDialog = ({ target }: { readonly target: ManyTarget }) => {
  const { t } = useWords();
  const id = useId();
  const { ids } = target;
  const { busy, finish } = useFinish(target);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string }>();
  const [tried, setTried] = useState(false);
  const found = useQuery({
    ...query.tasks.list.queryOptions({ input: { q: typed, limit: mostFound + ids.length } }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.rows ?? [])
    .filter((row) => !ids.includes(row.id) && !row.withdrawn)
    .map((row) => ({ value: row.id, label: [row.no, row.title].filter((text) => text !== "").join(" ") }));
  const submit = (): void => {
    setTried(true);
    if (chosen === undefined || busy) return;
    void finish(
      () => client.tasks.partOf({ ids: [...ids], parent: chosen.value }),
      t("tasks.parting.joined", { count: ids.length, title: chosen.label }),
    );
  };
  const wrong = tried && chosen === undefined ? t("tasks.parting.search") : undefined;
  return (
    <ActDialog
      title={t("tasks.parting.title", { count: ids.length })}
      ok={t("tasks.parting.ok")}
      busy={busy}
      onOk={submit}
      onCancel={closeParts}
    >
      <Field id={id} label={t("tasks.parting.partOf")} wrong={wrong}>
        <Select
          id={id}
          className="wide"
          showSearch={{ filterOption: false, onSearch: setTyped }}
          labelInValue
          value={chosen}
          placeholder={t("tasks.parting.search")}
          status={wrong === undefined ? undefined : "error"}
          options={options}
          notFoundContent={t("tasks.parting.none")}
          onChange={({ value }) => setChosen(options.find((option) => option.value === value))}
        />
      </Field>
      <p className="quiet">{t("tasks.parting.explain")}</p>
    </ActDialog>
  );
};

const CampaignDialog = ({ target }: { readonly target: ManyTarget }) => {
  const { t } = useWords();
  const id = useId();
  const { ids } = target;
  const { busy, finish } = useFinish(target);
  const [name, setName] = useState("");
  const known = useQuery(query.campaigns.list.queryOptions()).data ?? [];
  const text = name.trim();
  const options = known.filter((campaign) => !campaign.withdrawn && campaign.name.includes(text));
  const said =
    text === ""
      ? t("tasks.campaign.cleared", { count: ids.length })
      : t("tasks.campaign.set", { count: ids.length, name: text });
  return (
    <ActDialog
      title={t("tasks.campaign.title", { count: ids.length })}
      ok={t("tasks.campaign.ok")}
      busy={busy}
      onOk={() => void finish(() => client.tasks.setCampaign({ ids: [...ids], campaign: text }), said)}
      onCancel={closeParts}
    >
      <Field id={id} label={t("tasks.campaign.label")}>
        <AutoComplete
          id={id}
          className="wide"
          value={name}
          placeholder={t("tasks.campaign.placeholder")}
          options={options.map((campaign) => ({ value: campaign.name }))}
          onChange={(value) => setName(value ?? "")}
        />
      </Field>
    </ActDialog>
  );
};

/** Stands once on the page; it shows whatever `openParts` asked for. */
export const PartsDialog = () => {
  const target = useStore(partsTarget);
  if (target === undefined) return null;
  if (target.kind === "break") return <BreakdownDialog key={target.detail.id} task={target.detail} />;
  const key = `${target.kind} ${target.ids.join(" ")}`;
  return target.kind === "join" ? (
    <JoinDialog key={key} target={target} />
  ) : (
    <CampaignDialog key={key} target={target} />
  );
};
