/** Something was refused where it would have been shown: what happened, what to do, the way on, the details folded. */
import { Button } from "antd";
import { errorWords } from "../errors.ts";
import { useWords } from "../i18n.ts";

interface TroubleProps {
  readonly error: unknown;
  /** Before the message: what was being done. */
  readonly what?: string;
  readonly onAgain: () => void;
  readonly onClose?: () => void;
}

export const Trouble = ({ error, what, onAgain, onClose }: TroubleProps) => {
  const { t, language } = useWords();
  const { message, hint, details } = errorWords(error, language);
  return (
    <div className="trouble" role="alert">
      <p>{what === undefined ? message : `${what} — ${message}`}</p>
      <p className="quiet">{hint}</p>
      <Button onClick={onAgain}>{t("app.action.retry")}</Button>{" "}
      {onClose === undefined ? null : <Button onClick={onClose}>{t("app.action.close")}</Button>}
      <details>
        <summary className="quiet">{t("app.error.details")}</summary>
        <code>{details}</code>
      </details>
    </div>
  );
};
