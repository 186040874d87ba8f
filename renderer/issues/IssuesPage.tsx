/** The rectification ledger (整改台账): the list, an issue beside it, entry of many in a row, and what is done with one or with many. */
import { useCallback } from "react";
import { navigate } from "wouter/use-hash-location";
import { issueFields } from "#shared/issues/fields.ts";
import type { IssueField } from "#shared/issues/fields.ts";
import { allowedSteps } from "#shared/issues/states.ts";
import type { IssueRow } from "#shared/issues/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useLightWhy } from "../tasks/lightWhy.ts";
import { ListPage } from "../ui/list/index.ts";
import type { BesideList, ListAction, Selection } from "../ui/list/index.ts";
import { importPlaces } from "../imports/places.ts";
import { Marks } from "../ui/marks/Marks.tsx";
import { besideOf } from "../ui/list/place.ts";
import { bulkTarget } from "./bulk.ts";
import { BulkDialog } from "./BulkDialog.tsx";
import { IssueForm } from "./IssueForm.tsx";
import { IssueView } from "./IssueView.tsx";
import { StateTag } from "./StateTag.tsx";
import { formOf, offeredSteps } from "./step-forms.ts";
import type { OfferedStep } from "./step-forms.ts";
import { openStep, targetOf } from "./step-target.ts";
import { StepDialog } from "./StepDialog.tsx";
import "./issues.css";

/** What is usually done to many at once; the rules refuse the whole where one of them does not allow it. */
const bulkSteps: readonly OfferedStep[] = [
  "hand-over",
  "receive",
  "progress",
  "report-done",
  "verify-passed",
  "withdraw",
];

/** A row's menu needs to know what the rules allow; that stands in the whole record. */
const openStepOf = async (id: string, step: OfferedStep, orShow: (id: string) => void): Promise<void> => {
  const issue = await client.issues.get({ id });
  if (issue.allowed.includes(step)) openStep(targetOf(step, issue));
  else orShow(id);
};

/** What the state allows, less what is surely another office's (EX4). */
const rowSteps = ({ state, type, marks }: IssueRow): readonly OfferedStep[] => {
  if (marks.includes("archived")) return [];
  const steps = offeredSteps(allowedSteps({ state, type, begun: true }));
  return marks.includes("foreign") ? steps.filter((step) => formOf(step).by === "responsible") : steps;
};

const cells = {
  title: (row: IssueRow) => (
    <>
      <Marks capability="issues" marks={row.marks} bare />
      {row.title}
    </>
  ),
  marks: (row: IssueRow) => <Marks capability="issues" marks={row.marks} />,
  state: (row: IssueRow) => <StateTag row={row} />,
  evidence: (row: IssueRow) => (row.evidence === 0 ? null : <span className="figure">{row.evidence}</span>),
  percent: (row: IssueRow) => (row.percent === null ? null : <span className="figure">{row.percent}%</span>),
};
const texts = { evidence: (row: IssueRow) => (row.evidence === 0 ? "" : String(row.evidence)) };
const detail = (id: string, pane: BesideList) => <IssueView key={id} id={id} beside={pane} />;
const form = (id: string | undefined, pane: BesideList) => <IssueForm key={id ?? ""} id={id} beside={pane} />;

export const IssuesPage = () => {
  const { t } = useWords();
  const lightWhy = useLightWhy();
  const beside = besideOf("issues");
  const why = useCallback(async (id: string) => lightWhy((await client.issues.get({ id })).lightReason), [lightWhy]);

  const add: ListAction = { key: "add", label: t("issues.list.add"), primary: true, run: beside.add };
  const importLedger: ListAction = {
    key: "import",
    label: t("issues.list.import"),
    run: () => navigate(importPlaces.issues),
  };
  const bulkActions = ({ ids, clear }: Selection): readonly ListAction[] => [
    { key: "bulk", label: t("issues.bulk.action"), run: () => bulkTarget.set({ ids, done: clear }) },
    ...bulkSteps.map((step) => ({
      key: step,
      label: t(`issues.act.${step}`),
      danger: formOf(step).danger === true,
      run: () => openStep({ step, ids, issue: undefined, taken: clear }),
    })),
  ];
  const rowActions = (row: IssueRow): readonly ListAction[] => [
    { key: "open", label: t("app.action.open"), run: () => beside.open(row.id) },
    {
      key: "edit",
      label: t("app.action.edit"),
      disabled: row.marks.includes("archived"),
      run: () => beside.edit(row.id),
    },
    ...rowSteps(row).map((step) => ({
      key: step,
      label: t(`issues.act.${step}`),
      danger: formOf(step).danger === true,
      run: () => void openStepOf(row.id, step, beside.open),
    })),
  ];
  return (
    <>
      <ListPage<IssueRow, IssueField>
        capability="issues"
        fields={issueFields}
        source={client.issues}
        cells={cells}
        texts={texts}
        why={why}
        actions={[add, importLedger]}
        bulkActions={bulkActions}
        rowActions={rowActions}
        detail={detail}
        form={form}
        empty={{ text: t("issues.list.empty"), actions: [add, importLedger] }}
      />
      <StepDialog />
      <BulkDialog />
    </>
  );
};
