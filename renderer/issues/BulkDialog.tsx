/** The same change to many issues: tick what is to change, fill it in; one commit, one undo. */
import { Checkbox, Modal } from "antd";
import { useId, useState } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Control } from "../ui/form/Control.tsx";
import type { FormValue } from "../ui/form/index.ts";
import { useStore } from "../ui/store.ts";
import { useAct } from "../ui/toast/act.ts";
import { bulkChanges, bulkFields, bulkTarget } from "./bulk.ts";
import type { BulkField, BulkTarget, BulkValues } from "./bulk.ts";
import { emptyIssue } from "./issue-values.ts";
import { useIssueFields } from "./IssueForm.tsx";

const close = (): void => bulkTarget.set(undefined);

const withValue = (before: BulkValues, field: BulkField, value: FormValue): BulkValues =>
  field === "units"
    ? { ...before, units: Array.isArray(value) ? value : [] }
    : { ...before, [field]: typeof value === "string" ? value : "" };

const Asked = ({ target }: { readonly target: BulkTarget }) => {
  const { t } = useWords();
  const act = useAct();
  const prefix = useId();
  const fields = useIssueFields();
  const [ticked, setTicked] = useState<readonly BulkField[]>([]);
  const [values, setValues] = useState<BulkValues>(emptyIssue);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { ids } = target;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (ticked.length === 0 || busy) return;
    setBusy(true);
    const changes = bulkChanges(ticked, values);
    const done = await act(
      () => client.issues.bulkEdit({ ids: [...ids], changes }),
      t("issues.done.bulk", { count: ids.length }),
    );
    setBusy(false);
    if (done === undefined) return;
    close();
    target.done();
  };
  return (
    <Modal
      open
      centered
      width={600}
      title={t("issues.bulk.heading", { count: ids.length })}
      okText={t("issues.bulk.apply", { count: ids.length })}
      cancelText={t("app.action.cancel")}
      okButtonProps={{ loading: busy }}
      onOk={() => void submit()}
      onCancel={close}
    >
      <div
        className="step-dialog bulk-dialog"
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey) void submit();
        }}
      >
        <p className="quiet">
          {t("issues.bulk.choose")} {t("issues.bulk.clear")}
        </p>
        {bulkFields.map((key) => {
          const field = fields.find((each) => each.key === key);
          if (field === undefined) return null;
          const isTicked = ticked.includes(key);
          return (
            <div key={key} className="bulk-field">
              <Checkbox
                checked={isTicked}
                aria-label={field.label}
                onChange={(event) =>
                  setTicked(event.target.checked ? [...ticked, key] : ticked.filter((other) => other !== key))
                }
              >
                {isTicked ? null : field.label}
              </Checkbox>
              {isTicked ? (
                <Control
                  id={`${prefix}-${key}`}
                  field={field}
                  value={values[key]}
                  wrong={undefined}
                  onChange={(value) => setValues((before) => withValue(before, key, value))}
                />
              ) : null}
            </div>
          );
        })}
        {tried && ticked.length === 0 ? (
          <p className="field-wrong" role="alert">
            {t("issues.bulk.nothing")}
          </p>
        ) : null}
        <p className="quiet">{t("app.form.classified")}</p>
      </div>
    </Modal>
  );
};

export const BulkDialog = () => {
  const target = useStore(bulkTarget);
  return target === undefined ? null : <Asked key={target.ids.join(" ")} target={target} />;
};
