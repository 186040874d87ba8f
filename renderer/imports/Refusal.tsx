/** Why core would not go on, in words that say what to do; a stage that was lost with core is read again from its file. */
import { Alert, Button } from "antd";
import { errorWords } from "../errors.ts";
import { useWords } from "../i18n.ts";
import { useWork } from "../ui/work.ts";
import { openFile } from "./actions.ts";
import { changeWizard, fileNameOf } from "./wizard.ts";
import type { Wizard } from "./wizard.ts";

/** The staged file is core's no more: it was started again, or the import was ended elsewhere. */
const stageGone = "stage-gone";

export const Refusal = ({ wizard }: { readonly wizard: Wizard }) => {
  const { t, language } = useWords();
  const run = useWork();
  const { capability, path, options } = wizard;
  if (wizard.error === null) return null;
  const { code, message, hint, details } = errorWords(wizard.error, language);
  const again =
    code === stageGone && path !== null ? (
      <Button
        size="small"
        onClick={() =>
          void openFile(capability, path, t("imports.file.reading", { file: fileNameOf(path) }), run, options)
        }
      >
        {t("imports.file.again")}
      </Button>
    ) : undefined;
  return (
    <Alert
      className="import-refusal"
      type="error"
      showIcon
      title={message}
      action={again}
      description={
        <>
          {hint}
          {code === "internal" ? (
            <details>
              <summary className="quiet">{t("app.error.details")}</summary>
              <code>{details}</code>
            </details>
          ) : null}
        </>
      }
      closable={{ onClose: () => changeWizard(capability, { error: null }) }}
    />
  );
};
