/**
 * Villages and communities of a town (四级联动), many at once: typed or pasted line by line, or taken from a file; what is
 * there already is passed over and named.
 */
import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { Unit } from "#shared/units/record.ts";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { namesIn } from "./village-names.ts";
import { useUnits } from "./names.ts";
import "./units.css";

interface VillagesDialogProps {
  readonly town: Unit;
  readonly onClose: () => void;
}

export const VillagesDialog = ({ town, onClose }: VillagesDialogProps) => {
  const { t } = useWords();
  const act = useAct();
  const id = useId();
  const units = useUnits();
  const [text, setText] = useState("");
  const [passed, setPassed] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const names = namesIn(text);
  const there = new Set(
    units.filter(({ parent, withdrawn }) => parent === town.code && !withdrawn).map(({ name }) => name),
  );
  const known = names.filter((name) => there.has(name));

  const fromFile = async (): Promise<void> => {
    const [path] = await bridge.pickFiles("sheet");
    if (path === undefined) return;
    const read = await act(() => client.units.readNames({ path }));
    if (read !== undefined) setText([...names, ...read.names].join("\n"));
  };
  const submit = async (): Promise<void> => {
    if (names.length === 0 || busy) return;
    setBusy(true);
    const done = await act(
      () => client.units.addMany({ under: town.code, kind: "village", names: [...names] }),
      ({ added }) => t("units.villages.added", { count: added.length }),
    );
    setBusy(false);
    if (done === undefined) return;
    if (done.passed.length === 0) return onClose();
    // They stay to be read; there is nothing left to add.
    setPassed(done.passed);
    setText("");
  };
  return (
    <Modal
      open
      centered
      width={560}
      title={t("units.villages.title", { town: town.name })}
      okText={names.length === 0 ? t("units.villages.ok") : t("units.villages.okCount", { count: names.length })}
      cancelText={passed.length === 0 ? t("app.action.cancel") : t("app.action.close")}
      okButtonProps={{ disabled: names.length === 0, loading: busy }}
      onOk={() => void submit()}
      // Without the cross the names have the focus; Esc and the cancel button close it.
      closable={false}
      onCancel={onClose}
    >
      <div
        className="villages"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      >
        <label htmlFor={id}>{t("units.villages.names")}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={10}
          value={text}
          placeholder={t("units.villages.placeholder")}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="villages-file">
          <Button size="small" onClick={() => void fromFile()}>
            {t("units.villages.fromFile")}
          </Button>
          <span className="quiet">{t("units.villages.fileHint")}</span>
        </div>
        {known.length === 0 ? null : (
          <div className="amber-line">{t("units.villages.known", { names: known.join("、") })}</div>
        )}
        {passed.length === 0 ? null : (
          <div className="amber-line" role="status">
            {t("units.villages.passed", { count: passed.length, names: passed.join("、") })}
          </div>
        )}
        <p className="quiet">{t("units.villages.explain")}</p>
      </div>
    </Modal>
  );
};
