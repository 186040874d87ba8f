/** The end: what was stored, the way to it, and the way back. */
import { CheckCircleOutlined } from "@ant-design/icons";
import { Button, Result } from "antd";
import type { ImportCapability } from "#shared/imports/record.ts";
import type { Filter } from "#shared/list/query.ts";
import { useWords } from "../i18n.ts";
import { openList } from "../ui/list/state.ts";
import { leave } from "./actions.ts";
import { useImportSummary } from "./summary.ts";
import { useUndoImport } from "./useUndoImport.tsx";
import { changeWizard } from "./wizard.ts";
import type { ImportResult, Wizard } from "./wizard.ts";

/** The tasks of this list alone; issues are one ledger, whatever file they came from. */
const importedOnly = (capability: ImportCapability, file: string): readonly Filter[] =>
  capability === "tasks" ? [{ field: "list", op: "in", values: [file] }] : [];

export const DoneStep = ({ wizard, result }: { readonly wizard: Wizard; readonly result: ImportResult }) => {
  const { t } = useWords();
  const undo = useUndoImport();
  const summary = useImportSummary();
  const { capability } = wizard;
  const file = wizard.stage?.fileName ?? "";

  const open = (): void => {
    void leave(capability);
    openList(capability, wizard.revises === null ? importedOnly(capability, file) : []);
  };
  const takeBack = async (): Promise<void> => {
    if (await undo({ id: result.id, fileName: file })) changeWizard(capability, { undone: true });
  };
  const again = (
    <Button key="again" onClick={() => void leave(capability)}>
      {t("imports.done.again")}
    </Button>
  );

  if (wizard.undone) return <Result status="info" title={t("imports.done.undone")} subTitle={file} extra={[again]} />;
  return (
    <Result
      icon={<CheckCircleOutlined aria-hidden />}
      title={t("imports.done.title", { count: result.added + result.changed })}
      subTitle={
        <>
          <div>{file}</div>
          <div>{summary(result)}</div>
          <div className="quiet">{t("imports.done.kept")}</div>
        </>
      }
      extra={[
        <Button key="open" type="primary" autoFocus onClick={open}>
          {t("imports.done.open")}
        </Button>,
        <Button key="undo" onClick={() => void takeBack()}>
          {t("imports.done.undo")}
        </Button>,
        again,
      ]}
    />
  );
};
