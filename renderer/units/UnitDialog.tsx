/** Small dialogs for one unit: add one below it, change its name and aliases, join it with another, withdraw it. */
import { Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { unitKinds } from "#shared/units/record.ts";
import type { Unit, UnitKind } from "#shared/units/record.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "./names.ts";
import { UnitPicker } from "./UnitPicker.tsx";

export type UnitTask =
  | { readonly kind: "add"; readonly under: string }
  | { readonly kind: "edit" | "same" | "withdraw"; readonly unit: Unit };

/** What is done with a unit; villages have a dialog of their own. */
export type UnitTaskOrVillages = UnitTask | { readonly kind: "villages"; readonly unit: Unit };

interface UnitDialogProps {
  readonly task: UnitTask;
  readonly onClose: () => void;
}

/** Divisions come from the country's table; what is added by hand is something else. */
const addable = unitKinds.filter((kind) => kind !== "division" && kind !== "office");

/** The title, what is asked for, and what is done with it: all that differs between the four. */
export const UnitDialog = ({ task, onClose }: UnitDialogProps) => {
  const { t } = useWords();
  const act = useAct();
  const unitName = useUnitName();
  const id = useId();
  const unit = task.kind === "add" ? undefined : task.unit;
  const [name, setName] = useState(unit?.name ?? "");
  const [aliases, setAliases] = useState((unit?.aliases ?? []).join("\n"));
  const [kind, setKind] = useState<UnitKind>("department");
  const [code, setCode] = useState("");
  const [same, setSame] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const text = name.trim();
  const needed = task.kind === "same" ? same.length > 0 : task.kind === "withdraw" || text !== "";

  const title = {
    add: () => t("units.addTitle", { parent: task.kind === "add" ? unitName(task.under) : "" }),
    edit: () => t("units.edit"),
    same: () => t("units.sameTitle", { name: unit?.name ?? "" }),
    withdraw: () => t("units.withdrawTitle", { name: unit?.name ?? "" }),
  }[task.kind]();
  const okText = {
    add: t("units.add"),
    edit: t("app.action.save"),
    same: t("units.join"),
    withdraw: t("units.withdraw"),
  }[task.kind];

  const save = (): Promise<unknown> => {
    switch (task.kind) {
      case "add":
        return act(
          () =>
            client.units.add({
              name: text,
              under: task.under,
              kind,
              ...(code.trim() === "" ? {} : { code: code.trim() }),
            }),
          t("units.added", { name: text }),
        );
      case "edit": {
        const lines = aliases.split("\n").map((line) => line.trim());
        return act(
          () => client.units.edit({ code: task.unit.code, name: text, aliases: lines.filter((line) => line !== "") }),
          t("units.edited", { name: text }),
        );
      }
      case "same": {
        const [other = null] = same;
        return act(
          () => client.units.same({ code: task.unit.code, same: other }),
          t("units.joined", { name: unitName(other ?? "") }),
        );
      }
      default:
        return act(
          () => client.units.withdraw({ code: task.unit.code, reason: reason.trim() }),
          t("units.withdrawnDone", { name: task.unit.name }),
        );
    }
  };
  const submit = async (): Promise<void> => {
    if (!needed || busy) return;
    setBusy(true);
    const done = await save();
    setBusy(false);
    if (done !== undefined) onClose();
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t("app.action.cancel")}
      okButtonProps={{ disabled: !needed, loading: busy, danger: task.kind === "withdraw" }}
      onOk={() => void submit()}
      // Without the cross the first field has the focus; Esc and the cancel button close it.
      closable={false}
      onCancel={onClose}
    >
      {task.kind === "add" || task.kind === "edit" ? (
        <div className="field">
          <label htmlFor={`${id}-name`}>{t("units.unitName")}</label>
          <Input
            id={`${id}-name`}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => void submit()}
          />
        </div>
      ) : null}
      {task.kind === "add" ? (
        <>
          <div className="field">
            <span className="setting-label">{t("units.addKind")}</span>
            <Radio.Group
              value={kind}
              options={addable.map((value) => ({ value, label: t(`units.kind.${value}`) }))}
              onChange={(event) => setKind(addable.find((value) => value === event.target.value) ?? "department")}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-code`}>{t("units.code")}</label>
            <Input
              id={`${id}-code`}
              value={code}
              placeholder={t("units.addCode")}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
        </>
      ) : null}
      {task.kind === "edit" ? (
        <div className="field">
          <label htmlFor={`${id}-aliases`}>{t("units.aliases")}</label>
          <div>
            <Input.TextArea
              id={`${id}-aliases`}
              rows={3}
              value={aliases}
              onChange={(event) => setAliases(event.target.value)}
            />
            <div className="quiet">{t("units.aliasesHint")}</div>
          </div>
        </div>
      ) : null}
      {task.kind === "same" ? (
        <>
          <p>{t("units.sameExplain")}</p>
          <UnitPicker
            several={false}
            free={false}
            value={same}
            onChange={setSame}
            aria-label={t("units.sameChoose")}
            placeholder={t("units.sameChoose")}
          />
        </>
      ) : null}
      {task.kind === "withdraw" ? (
        <Input
          value={reason}
          aria-label={t("units.withdrawReason")}
          placeholder={t("units.withdrawReason")}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </Modal>
  );
};
