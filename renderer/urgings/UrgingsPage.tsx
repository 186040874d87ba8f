/** Urgings (督办单): the list, an urging beside it, and what is done with one or with many. */
import { useCallback, useMemo } from "react";
import { navigate } from "wouter/use-hash-location";
import { type UrgingField, urgingFields } from "#shared/urgings/fields.ts";
import type { UrgingStepName } from "#shared/urgings/record.ts";
import type { UrgingRow } from "#shared/urgings/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useLightWhy } from "../tasks/lightWhy.ts";
import { type BesideList, type ListAction, ListPage, type Selection } from "../ui/list/index.ts";
import { besideOf } from "../ui/list/place.ts";
import { Marks } from "../ui/marks/Marks.tsx";
import { isDanger } from "./step-forms.ts";
import { openUrging } from "./targets.ts";
import { UrgingDialogs } from "./UrgingDialogs.tsx";
import { UrgingState } from "./UrgingState.tsx";
import { UrgingView } from "./UrgingView.tsx";
import { useSheets } from "./useSheets.ts";
import "./urgings.css";

const bulkSteps: readonly UrgingStepName[] = ["receive", "close", "withdraw"];
const detail = (id: string, pane: BesideList) => <UrgingView key={id} id={id} beside={pane} />;

/** One that bears the number of another says so by a sign beside its number. */
const Numbered = ({ row }: { readonly row: UrgingRow }) => {
  const { t } = useWords();
  const number = t("documents.bracketed", { year: row.year, no: row.no });
  if (!row.numberTwice) return <span className="figure">{number}</span>;
  const why = t("urgings.detail.numberTwice");
  return (
    <span className="figure urging-twice" title={why}>
      {number}
      <span className="unseen-words">{why}</span>
    </span>
  );
};

const cells = {
  number: (row: UrgingRow) => <Numbered row={row} />,
  title: (row: UrgingRow) => (
    <>
      <Marks capability="urgings" marks={row.marks} bare />
      {row.title}
    </>
  ),
  marks: (row: UrgingRow) => <Marks capability="urgings" marks={row.marks} />,
  state: (row: UrgingRow) => <UrgingState state={row.state} />,
};

export const UrgingsPage = () => {
  const { t } = useWords();
  const lightWhy = useLightWhy();
  const texts = useMemo(() => ({ number: ({ year, no }: UrgingRow) => t("documents.bracketed", { year, no }) }), [t]);
  const beside = besideOf("urgings");
  const { write, copy } = useSheets();
  const why = useCallback(async (id: string) => lightWhy((await client.urgings.get({ id })).lightReason), [lightWhy]);

  const add: ListAction = {
    key: "add",
    label: t("urgings.list.add"),
    primary: true,
    run: () => openUrging({ kind: "issue" }),
  };
  const tasks: ListAction = { key: "tasks", label: t("urgings.list.tasks"), run: () => navigate("/tasks") };
  const bulkActions = ({ ids, clear }: Selection): readonly ListAction[] => [
    { key: "document", label: t("urgings.list.document"), run: () => write(ids) },
    ...bulkSteps.map((step) => ({
      key: step,
      label: t(`urgings.act.${step}`),
      danger: isDanger(step),
      run: () => openUrging({ kind: "step", step, ids, taken: clear }),
    })),
  ];
  const rowActions = (row: UrgingRow): readonly ListAction[] => [
    { key: "open", label: t("app.action.open"), run: () => beside.open(row.id) },
    { key: "copy", label: t("urgings.list.copy"), run: () => copy(row.id) },
    {
      key: "document",
      label: t("urgings.list.document"),
      run: () => write([row.id], `${t("urgings.name")}${row.number} ${row.unit}`),
    },
  ];
  return (
    <>
      <ListPage<UrgingRow, UrgingField>
        capability="urgings"
        fields={urgingFields}
        source={client.urgings}
        cells={cells}
        texts={texts}
        why={why}
        actions={[add, tasks]}
        bulkActions={bulkActions}
        rowActions={rowActions}
        detail={detail}
        onUrge={({ id }) => copy(id)}
        empty={{ text: t("urgings.list.empty"), actions: [add, tasks] }}
      />
      <UrgingDialogs />
    </>
  );
};
