/** Entering a task by hand, or changing one: what it is, who answers for it, until when. */
import { useQuery } from "@tanstack/react-query";
import type { taskEntrySchema } from "#shared/contract/tasks.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import type { z } from "zod";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/index.ts";
import { EntryForm } from "../ui/form/index.ts";
import type { FormField } from "../ui/form/index.ts";
import type { BesideList } from "../ui/list/types.ts";

interface TaskValues {
  readonly [key: string]: string | readonly string[];
  readonly title: string;
  readonly period: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly support: readonly string[];
  readonly no: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
}
type TaskEntry = z.infer<typeof taskEntrySchema>;

const emptyTask: TaskValues = {
  title: "",
  period: "",
  lead: [],
  responsible: [],
  support: [],
  no: "",
  measures: "",
  section: "",
  note: "",
};

const valuesOf = (task: TaskDetail): TaskValues => ({
  title: task.title,
  period: task.period.text,
  lead: task.lead,
  responsible: task.responsible,
  support: task.support,
  no: task.no,
  measures: task.measures,
  section: task.section,
  note: task.note,
});

const entryOf = ({ lead, responsible, support, ...texts }: TaskValues): TaskEntry => ({
  title: texts.title,
  period: texts.period,
  no: texts.no,
  measures: texts.measures,
  section: texts.section,
  note: texts.note,
  units: { lead: [...lead], responsible: [...responsible], support: [...support] },
});

/** Only what was changed goes in, so that nobody else's change of another field is written over. */
export const changesOf = (before: TaskValues, after: TaskValues): Partial<TaskEntry> => {
  const [old, next] = [entryOf(before), entryOf(after)];
  const isChanged = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(Object.entries(old).find(([name]) => name === key)?.[1]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(next).filter(isChanged));
};

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
