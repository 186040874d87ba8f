/** The tasks of a list kept as a template, under a name. Stands on the page of tasks; it shows what was asked for. */
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useId, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ListQuery } from "#shared/list/query.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Field } from "../ui/form/index.ts";
import { useStore } from "../ui/store.ts";
import { closeSaveTemplate, type SavedTarget, savedTarget } from "./target.ts";

const templatesPlace = "/campaigns/templates";

/** A list that is shown by its name or its campaign lends that to the template. */
const nameOf = ({ query: { filters } }: SavedTarget): string => {
  const named = filters.find(({ field, op }) => op === "in" && (field === "list" || field === "campaign"));
  return named?.values.length === 1 ? (named.values[0] ?? "").replace(/\.\w+$/, "") : "";
};

const withoutWithdrawn = (asked: ListQuery): ListQuery => ({
  ...asked,
  filters: [...asked.filters, { field: "state", op: "not-in", values: ["withdrawn"] }],
});

const Asked = ({ target }: { readonly target: SavedTarget }) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(closeSaveTemplate);
  const [name, setName] = useState(nameOf(target));
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { data } = useQuery(query.tasks.count.queryOptions({ input: withoutWithdrawn(target.query) }));
  const count = target.ids.length === 0 ? (data?.count ?? 0) : target.ids.length;
  const written = name.trim();
  const wrong = tried && written === "";
  const save = async (): Promise<void> => {
    setTried(true);
    if (written === "") return;
    const input = { name: written, note: note.trim(), query: target.query, ids: [...target.ids] };
    const done = await finish(
      () => client.campaigns.saveTemplate(input),
      t("campaigns.saved.template", { name: written }),
    );
    if (done === undefined) return;
    target.taken?.();
    navigate(templatesPlace);
  };
  return (
    <ActDialog
      title={t("campaigns.templates.saveTitle")}
      ok={t("campaigns.act.save")}
      busy={busy}
      onOk={() => void save()}
      onCancel={closeSaveTemplate}
    >
      <p>{t(target.ids.length === 0 ? "campaigns.templates.saveAll" : "campaigns.templates.saveSome", { count })}</p>
      <Field
        id={`${id}-name`}
        label={t("campaigns.fields.name")}
        wrong={wrong ? t("campaigns.dialog.nameWanted") : undefined}
      >
        <Input
          id={`${id}-name`}
          value={name}
          status={wrong ? "error" : ""}
          onChange={({ target: { value } }) => setName(value)}
        />
      </Field>
      <Field id={`${id}-note`} label={t("campaigns.templates.note")}>
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

export const SaveTemplateDialog = () => {
  const target = useStore(savedTarget);
  return target === undefined ? null : <Asked target={target} />;
};
