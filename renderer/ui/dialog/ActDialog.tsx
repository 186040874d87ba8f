/** The frame of every dialog that does something to records: its first question has the focus, Ctrl+Enter does it, and nothing secret goes in. */
import { Modal } from "antd";
import { useRef } from "react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";
import "./dialog.css";

interface ActDialogProps {
  readonly title: string;
  readonly ok: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly width?: number;
  readonly onOk: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export const ActDialog = (props: ActDialogProps) => {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open
      centered
      width={props.width ?? 560}
      title={props.title}
      okText={props.ok}
      cancelText={t("app.action.cancel")}
      okButtonProps={{ danger: props.danger === true, loading: props.busy }}
      onOk={props.onOk}
      onCancel={props.onCancel}
      afterOpenChange={(open) => {
        // The dialog gives the focus to its first button; one opens it to write.
        const field =
          box.current?.querySelector<HTMLElement>("[data-first]") ??
          box.current?.querySelector<HTMLElement>("textarea, input");
        if (open) field?.focus();
      }}
    >
      <div
        ref={box}
        className="act-dialog"
        onKeyDownCapture={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          props.onOk();
        }}
      >
        {props.children}
        <p className="quiet">{t("app.form.classified")}</p>
      </div>
    </Modal>
  );
};
