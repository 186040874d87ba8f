/**
 * Core looked at the data folder and would not open it: what happened and what to do, in words, and the safe button
 * first. Nothing is repaired behind anybody's back.
 */
import { Button } from "antd";
import { bridge } from "../bridge.ts";
import { errorWords } from "../errors.ts";
import { AppError } from "#shared/errors.ts";
import type { ErrorParams } from "#shared/errors.ts";
import { useWords } from "../i18n.ts";

export const Refused = ({ code, params }: { readonly code: string; readonly params: ErrorParams }) => {
  const { t, language } = useWords();
  const { message, hint, details } = errorWords(new AppError(code, params), language);
  const path = params["path"];
  return (
    <main className="refused" aria-labelledby="refused-title">
      <div className="refused-sheet" role="alert">
        <h1 id="refused-title">{t("system.refused.title")}</h1>
        <p className="refused-message">{message}</p>
        {hint === "" ? null : <p>{hint}</p>}
        <div className="refused-actions">
          <Button type="primary" autoFocus onClick={() => void bridge.quit()}>
            {t("system.refused.quit")}
          </Button>
          <Button onClick={() => void bridge.restartCore()}>{t("system.refused.retry")}</Button>
          {typeof path === "string" ? (
            <Button onClick={() => void bridge.revealInFolder(path)}>{t("system.refused.reveal")}</Button>
          ) : null}
        </div>
        <details>
          <summary className="quiet">{t("system.refused.details")}</summary>
          <code>{details}</code>
        </details>
      </div>
    </main>
  );
};
