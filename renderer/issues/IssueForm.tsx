/**
 * Registering issues, many in a row: Ctrl+Enter saves and starts the next, which keeps place, units and source, because
 * they come from one visit; values entered before complete themselves.
 */
import { useQuery } from "@tanstack/react-query";
import type { IssueDetail } from "#shared/issues/view.ts";
import { issueTypes } from "#shared/issues/record.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/index.ts";
import { EntryForm } from "../ui/form/index.ts";
import type { FormField } from "../ui/form/index.ts";
import type { BesideList } from "../ui/list/types.ts";
import { changesOf, emptyIssue, entryOf, valuesOf } from "./issue-values.ts";
import type { IssueValues } from "./issue-values.ts";

type Suggested = "source" | "place" | "category" | "leader" | "person";

const suggest =
  (field: Suggested) =>
  (q: string): Promise<string[]> =>
    client.issues.suggestions({ field, q });

/** The fields of an issue; the bulk change uses those that many issues can share. */
export const useIssueFields = (): readonly FormField[] => {
  const { t } = useWords();
  const types = issueTypes.map((value) => ({ value, label: t(`issues.type.${value}`) }));
  const suggested = (key: Suggested): FormField => ({
    key,
    label: t(`issues.fields.${key}`),
    control: "suggest",
    suggest: suggest(key),
  });
  return [
    {
      key: "title",
      label: t("issues.fields.title"),
      control: "long",
      required: true,
      placeholder: t("issues.entry.titlePlaceholder"),
    },
    { key: "units", label: t("issues.fields.units"), control: "units" },
    { key: "limit", label: t("issues.fields.limit"), control: "period" },
    suggested("place"),
    suggested("source"),
    { key: "type", label: t("issues.fields.type"), control: "choice", choices: types },
    { ...suggested("leader"), folded: true },
    { ...suggested("person"), folded: true },
    { key: "phone", label: t("issues.fields.phone"), control: "text", folded: true, max: 40 },
    { key: "measures", label: t("issues.fields.measures"), control: "long", folded: true },
    { ...suggested("category"), folded: true },
    { key: "no", label: t("issues.fields.no"), control: "text", folded: true, max: 40 },
    { key: "note", label: t("issues.fields.note"), control: "long", folded: true },
  ];
};

const NewIssue = ({ beside }: { readonly beside: BesideList }) => {
  const { t } = useWords();
  return (
    <EntryForm<IssueValues>
      title={t("issues.entry.add")}
      draft="issues.new"
      fields={useIssueFields()}
      initial={emptyIssue}
      keep={["place", "units", "source"]}
      said={t("issues.done.added")}
      note={<p className="quiet">{t("issues.entry.kept")}</p>}
      save={(values) => client.issues.add(entryOf(values))}
      onSaved={(next) => (next ? undefined : beside.close())}
      onCancel={beside.close}
    />
  );
};

const EditIssue = ({ issue, beside }: { readonly issue: IssueDetail; readonly beside: BesideList }) => {
  const { t } = useWords();
  const before = valuesOf(issue);
  const back = (): void => beside.open(issue.id);
  return (
    <EntryForm<IssueValues>
      title={t("issues.entry.edit")}
      draft={`issues.${issue.id}`}
      fields={useIssueFields()}
      initial={before}
      said={t("issues.done.edited")}
      save={(values) => client.issues.edit({ id: issue.id, changes: changesOf(before, values) })}
      onSaved={back}
      onCancel={back}
    />
  );
};

const LoadedIssue = ({ id, beside }: { readonly id: string; readonly beside: BesideList }) => {
  const result = useQuery(query.issues.get.queryOptions({ input: { id, reveal: true } }));
  return (
    <Loaded result={result} onClose={beside.close}>
      {(issue) => <EditIssue key={issue.id} issue={issue} beside={beside} />}
    </Loaded>
  );
};

export const IssueForm = ({ id, beside }: { readonly id: string | undefined; readonly beside: BesideList }) =>
  id === undefined ? <NewIssue beside={beside} /> : <LoadedIssue id={id} beside={beside} />;
