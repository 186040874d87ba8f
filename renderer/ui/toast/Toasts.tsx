/** Shows the notices; a pointer or the focus on one holds it, so that nobody has to hurry. */
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useWords } from "../../i18n.ts";
import { dropToast, useToasts } from "./toasts.ts";
import type { Toast } from "./toasts.ts";

const shownFor = 8000;

const ToastLine = ({ toast }: { readonly toast: Toast }) => {
  const { t } = useWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.bad === true) return undefined;
    const timer = setTimeout(() => dropToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      className={toast.bad === true ? "toast toast-bad" : "toast"}
      role={toast.bad === true ? "alert" : "status"}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="toast-words">
        <div>{toast.text}</div>
        {toast.hint === undefined || toast.hint === "" ? null : <div className="quiet">{toast.hint}</div>}
        {toast.details === undefined ? null : (
          <details>
            <summary className="quiet">{t("app.error.details")}</summary>
            <code>{toast.details}</code>
          </details>
        )}
      </div>
      {toast.action === undefined ? null : (
        <Button
          size="small"
          onClick={() => {
            toast.action?.run();
            dropToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button size="small" type="text" aria-label={t("app.action.close")} onClick={() => dropToast(toast.id)}>
        ×
      </Button>
    </div>
  );
};

export const Toasts = () => (
  <div className="toasts">
    {useToasts().map((toast) => (
      <ToastLine key={toast.id} toast={toast} />
    ))}
  </div>
);
