/** Linkage tasks (联动任务): the list, a task beside it, and what is done with one or with many. */
import { useCallback } from "react";
import { navigate } from "wouter/use-hash-location";
import { taskFields } from "#shared/tasks/fields.ts";
import type { TaskField } from "#shared/tasks/fields.ts";
import { pasteFields } from "#shared/tasks/pasting.ts";
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail, TaskRow } from "#shared/tasks/view.ts";
import { SaveTemplateDialog } from "../campaigns/SaveTemplateDialog.tsx";
import { useCampaignActions, useTemplateAction } from "../campaigns/useTaskActions.ts";
import { ViewSwitch } from "../board/ViewSwitch.tsx";
import { client } from "../client.ts";
import { FormsDialogs } from "../forms/FormsDialogs.tsx";
import { useFormsActions, useFormsOfSelected } from "../forms/useTaskActions.ts";
import { useWords } from "../i18n.ts";
import { besideOf } from "../ui/list/place.ts";
import { ListPage } from "../ui/list/ListPage.tsx";
import type { BesideList, ListAction, Selection } from "../ui/list/types.ts";
import { useTellError } from "../ui/toast/act.ts";
import { useLightWhy } from "./lightWhy.ts";
import { formOf } from "./step-forms.ts";
import { PartsDialog } from "./PartsDialog.tsx";
import { openParts, openStep } from "./step-target.ts";
import { StepDialog } from "./StepDialog.tsx";
import { openUrging } from "../urgings/targets.ts";
import { UrgingDialogs } from "../urgings/UrgingDialogs.tsx";
import { useTaskCells } from "./taskCells.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { TaskView } from "./TaskView.tsx";
import { useUrging } from "./useUrging.ts";
import "./tasks.css";

const importPlace = "/tasks/import";
const taskDetail = (id: string, pane: BesideList) => <TaskView key={id} id={id} beside={pane} />;
const taskForm = (id: string | undefined, pane: BesideList) => <TaskForm key={id ?? ""} id={id} beside={pane} />;
const paste = { fields: pasteFields, run: client.tasks.paste };
const bulkSteps: readonly TaskStepName[] = ["assign", "progress", "withdraw"];

export const TasksPage = () => {
  const { t } = useWords();
  const lightWhy = useLightWhy();
  const beside = besideOf("tasks");
  const why = useCallback(async (id: string) => lightWhy((await client.tasks.get({ id })).lightReason), [lightWhy]);
  const { cells, texts } = useTaskCells(why);

  const importList: ListAction = {
    key: "import",
    label: t("tasks.act.import"),
    primary: true,
    run: () => navigate(importPlace),
  };
  const add: ListAction = { key: "add", label: t("tasks.act.add"), run: beside.add };
  const campaignActions = useCampaignActions();
  const urgings: ListAction = { key: "urgings", label: t("urgings.name"), run: () => navigate("/urgings") };
  const templateAction = useTemplateAction();
  const formsActions = useFormsActions();
  const formsOfSelected = useFormsOfSelected();
  const urge = useUrging();
  const tellError = useTellError();
  const bulkActions = ({ ids, clear }: Selection): readonly ListAction[] => {
    const steps = bulkSteps.map((step) => ({
      key: step,
      label: t(`tasks.act.${step}`),
      danger: formOf(step).danger === true,
      run: () => openStep({ step, ids, taken: clear }),
    }));
    const parts: readonly ListAction[] = [
      {
        key: "campaign",
        label: t("tasks.campaign.act"),
        run: () => openParts({ kind: "campaign", ids, taken: clear }),
      },
      { key: "join", label: t("tasks.parting.into"), run: () => openParts({ kind: "join", ids, taken: clear }) },
      formsOfSelected({ ids, clear }),
      templateAction({ ids, clear }),
    ];
    // What takes back stands last.
    return [...steps.filter(({ danger }) => !danger), ...parts, ...steps.filter(({ danger }) => danger)];
  };
  /** What a dialog shows of one task stands in the whole record: who has it already, which occurrence, until when. */
  const withDetail = (id: string, open: (detail: TaskDetail) => void): void =>
    void client.tasks.get({ id }).then(open, tellError);
  const rowActions = (row: TaskRow): readonly ListAction[] => [
    { key: "open", label: t("app.action.open"), run: () => beside.open(row.id) },
    {
      key: "edit",
      label: t("tasks.act.edit"),
      disabled: row.marks.includes("archived"),
      run: () => beside.edit(row.id),
    },
    ...bulkSteps.map((step) => ({
      key: step,
      label: t(`tasks.act.${step}`),
      danger: formOf(step).danger === true,
      disabled: row.withdrawn || row.marks.includes("archived"),
      run: () => withDetail(row.id, (detail) => openStep({ step, ids: [row.id], detail })),
    })),
    {
      key: "break",
      label: t("tasks.breaking.act"),
      disabled: row.withdrawn || row.marks.includes("archived"),
      run: () => withDetail(row.id, (detail) => openParts({ kind: "break", detail })),
    },
    { key: "urge", label: t("tasks.urging.act"), disabled: row.withdrawn, run: () => urge(row.id) },
    {
      key: "issue-urging",
      label: t("urgings.list.add"),
      disabled: row.withdrawn,
      run: () => openUrging({ kind: "issue", task: { id: row.id, title: row.title } }),
    },
  ];

  return (
    <>
      <ListPage<TaskRow, TaskField>
        capability="tasks"
        fields={taskFields}
        source={client.tasks}
        cells={cells}
        texts={texts}
        lead={<ViewSwitch now="list" />}
        actions={[importList, add, ...formsActions, ...campaignActions, urgings]}
        bulkActions={bulkActions}
        rowActions={rowActions}
        detail={taskDetail}
        form={taskForm}
        paste={paste}
        onUrge={({ id }) => urge(id)}
        empty={{ text: t("tasks.empty"), actions: [importList] }}
      />
      <StepDialog />
      <PartsDialog />
      <UrgingDialogs />
      <SaveTemplateDialog />
      <FormsDialogs />
    </>
  );
};
