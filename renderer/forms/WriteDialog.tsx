/** Writing forms: which units, how many tasks each, where the files go and by when they are due back. */
import { useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Table } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { bridge } from "../bridge.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog } from "../ui/dialog/index.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { Field } from "../ui/form/index.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useTellError, useUndo } from "../ui/toast/act.ts";
import { useWork } from "../ui/work.ts";
import { closeFormsDialog, type FormsTarget } from "./state.ts";

type Target = Extract<FormsTarget, { readonly kind: "write" }>;
interface UnitLine {
  readonly unit: string;
  readonly unitName: string;
  readonly tasks: number;
  readonly hasProgram: boolean;
  readonly under: boolean;
}

const nothingAsked = { q: "", filters: [], sort: [] };

export const WriteDialog = ({ ids, query: asked = nothingAsked, written }: Target) => {
  const { t, language } = useWords();
  const id = useId();
  const run = useWork();
  const tellError = useTellError();
  const undo = useUndo();
  const units = useQuery(query.forms.units.queryOptions({ input: { ...asked, ids: [...ids] } }));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const [backBy, setBackBy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const rows: readonly UnitLine[] = units.data ?? [];
  // Forms are for units under this office without the program; all others are left out until ticked.
  const ticked = chosen ?? rows.filter(({ hasProgram, under }) => under && !hasProgram).map(({ unit }) => unit);
  const tasks = rows.filter(({ unit }) => ticked.includes(unit)).reduce((sum, row) => sum + row.tasks, 0);

  const pick = async (): Promise<string | null> => {
    const [picked] = await bridge.pickFiles("folder");
    if (picked !== undefined) setFolder(picked);
    return picked ?? folder;
  };
  const write = async (): Promise<void> => {
    if (ticked.length === 0 || busy) return;
    const to = folder ?? (await pick());
    if (to === null) return;
    setBusy(true);
    try {
      const input = { folder: to, units: [...ticked], query: asked, ids: [...ids], backBy, language };
      const done = await run(t("forms.write.working"), (signal) => client.forms.write(input, { signal }));
      if (done === undefined) return;
      const [first] = done.files;
      closeFormsDialog();
      written?.();
      showToast({
        text: t("forms.write.done", { count: done.files.length }),
        hint: to,
        action: { label: t("app.action.undo"), run: () => void undo(done.version) },
      });
      if (first !== undefined) void bridge.revealInFolder(first.path);
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <ActDialog
      title={t("forms.write.title")}
      ok={t("forms.write.run", { count: ticked.length })}
      busy={busy}
      width={680}
      onOk={() => void write()}
      onCancel={closeFormsDialog}
    >
      <p className="quiet">
        {ids.length === 0 ? t("forms.write.forAll") : t("forms.write.forSelected", { count: ids.length })}
      </p>
      <Loaded result={units}>
        {(all) =>
          all.length === 0 ? (
            <p>{t("forms.write.none")}</p>
          ) : (
            <Table<UnitLine>
              size="small"
              rowKey="unit"
              className="forms-units"
              dataSource={all}
              pagination={false}
              scroll={{ y: 260 }}
              rowSelection={{
                selectedRowKeys: [...ticked],
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: ({ unitName }) => ({ "aria-label": unitName }),
                getTitleCheckboxProps: () => ({ "aria-label": t("forms.write.all") }),
              }}
              columns={[
                {
                  key: "unit",
                  title: t("forms.write.units"),
                  render: (_, { unitName, hasProgram }) => (
                    <>
                      {unitName}
                      {hasProgram ? <div className="quiet">{t("forms.write.hasProgram")}</div> : null}
                    </>
                  ),
                },
                { key: "tasks", title: t("forms.write.tasks"), dataIndex: "tasks", width: 90, align: "right" },
              ]}
            />
          )
        }
      </Loaded>
      <p className="forms-count">{t("forms.write.count", { units: ticked.length, tasks })}</p>
      <Field id={`${id}-by`} label={t("forms.write.backBy")}>
        <DatePicker
          id={`${id}-by`}
          value={backBy === null ? null : dayjs(backBy)}
          onChange={(day) => setBackBy(dayjs.isDayjs(day) ? day.format("YYYY-MM-DD") : null)}
        />
      </Field>
      <Field id={`${id}-folder`} label={t("forms.write.folder")} group>
        <span className="forms-folder">
          <Button data-first onClick={() => void pick()}>
            {t("forms.write.pick")}
          </Button>
          <span className="quiet">{folder ?? t("forms.write.noFolder")}</span>
        </span>
      </Field>
    </ActDialog>
  );
};
