/** What is withdrawn, made void or ended: done only with a reason, which stays to be read beside it (EX8). */
import { Input } from "antd";
import { type ReactNode, useId, useState } from "react";
import { Field } from "../form/index.ts";
import { ActDialog } from "./ActDialog.tsx";
import { useFinish } from "./useFinish.ts";

interface ReasonDialogProps {
  readonly title: string;
  readonly ok: string;
  /** What stays as it is, and other things to know beforehand. */
  readonly explain: ReactNode;
  readonly label: string;
  /** Said where no reason was written. */
  readonly wanted: string;
  readonly run: (reason: string) => Promise<unknown>;
  readonly said: string;
  readonly onClose: () => void;
}

export const ReasonDialog = ({ title, ok, explain, label, wanted, run, said, onClose }: ReasonDialogProps) => {
  const id = useId();
  const { busy, finish } = useFinish(onClose);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const reason = text.trim();
  const isWrong = tried && reason === "";
  const end = (): void => {
    setTried(true);
    if (reason !== "") void finish(() => run(reason), said);
  };
  return (
    <ActDialog title={title} ok={ok} danger busy={busy} onOk={end} onCancel={onClose}>
      <p className="quiet">{explain}</p>
      <Field id={id} label={label} wrong={isWrong ? wanted : undefined}>
        <Input.TextArea
          id={id}
          aria-required
          autoSize={{ minRows: 2, maxRows: 6 }}
          status={isWrong ? "error" : ""}
          value={text}
          onChange={({ target: { value } }) => setText(value)}
        />
      </Field>
    </ActDialog>
  );
};
