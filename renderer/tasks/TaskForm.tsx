/** Entering a task by hand, or changing one: what it is, who answers for it, until when. */
import { useQuery } from "@tanstack/react-query";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/index.ts";
import { EntryForm } from "../ui/form/index.ts";
import type { FormField } from "../ui/form/index.ts";
import { changesOf, emptyTask, entryOf, valuesOf } from "./task-values.ts";
import type { TaskValues } from "./task-values.ts";
import type { BesideList } from "../ui/list/types.ts";

const suggestCampaigns = async (typed: string): Promise<readonly string[]> =>
  (await client.campaigns.list())
    .filter(({ name, withdrawn }) => !withdrawn && name.includes(typed.trim()))
    .map(({ name }) => name);

const useTaskFields = (): readonly FormField[] => {
  const { t } = useWords();
  return [
    { key: "title", label: t("tasks.fields.title"), control: "long", required: true },
    { key: "period", label: t("tasks.fields.period"), control: "period" },
    { key: "lead", label: t("tasks.fields.lead"), control: "units" },
    { key: "responsible", label: t("tasks.fields.responsible"), control: "units" },
    { key: "measures", label: t("tasks.fields.measures"), control: "long" },
    { key: "support", label: t("tasks.fields.support"), control: "units", folded: true },
    { key: "no", label: t("tasks.fields.no"), control: "text", folded: true },
    {
      key: "campaign",
      label: t("tasks.campaign.label"),
      control: "suggest",
      folded: true,
      suggest: suggestCampaigns,
    },
    { key: "section", label: t("tasks.fields.section"), control: "text", folded: true },
    { key: "note", label: t("tasks.fields.note"), control: "long", folded: true },
  ];
};

const NewTask = ({ beside }: { readonly beside: BesideList }) => {
  const { t } = useWords();
  return (
    <EntryForm<TaskValues>
      title={t("tasks.form.add")}
      draft="tasks.new"
      fields={useTaskFields()}
      initial={emptyTask}
      keep={["section", "lead", "responsible"]}
      said={t("app.toast.saved")}
      save={(values) => client.tasks.add(entryOf(values))}
      onSaved={(next) => (next ? undefined : beside.close())}
      onCancel={beside.close}
    />
  );
};

const EditTask = ({ task, beside }: { readonly task: TaskDetail; readonly beside: BesideList }) => {
  const { t } = useWords();
  const before = valuesOf(task);
  const back = (): void => beside.open(task.id);
  return (
    <EntryForm<TaskValues>
      title={t("tasks.form.edit")}
      draft={`tasks.${task.id}`}
      fields={useTaskFields()}
      initial={before}
      said={t("tasks.done.edited")}
      save={(values) => client.tasks.edit({ id: task.id, changes: changesOf(before, values) })}
      onSaved={back}
      onCancel={back}
    />
  );
};

const LoadedTask = ({ id, beside }: { readonly id: string; readonly beside: BesideList }) => {
  const result = useQuery(query.tasks.get.queryOptions({ input: { id } }));
  return (
    <Loaded result={result} onClose={beside.close}>
      {(task) => <EditTask key={task.id} task={task} beside={beside} />}
    </Loaded>
  );
};

export const TaskForm = ({ id, beside }: { readonly id: string | undefined; readonly beside: BesideList }) =>
  id === undefined ? <NewTask beside={beside} /> : <LoadedTask id={id} beside={beside} />;
