/** In place of rows: what the list is waiting for, and the one button that changes it. */
import { Button, Spin } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";
import { Trouble } from "../Trouble.tsx";
import { ActionButtons } from "./Toolbar.tsx";
import type { ListAction } from "./types.ts";

interface EmptyListProps {
  readonly error: Error | null;
  readonly loading: boolean;
  /** Something was searched for or filtered. */
  readonly narrowed: boolean;
  readonly empty: { readonly text: string; readonly actions: readonly ListAction[] };
  readonly onWiden: () => void;
  readonly onAgain: () => void;
}

const Notice = ({ children }: { readonly children: ReactNode }) => <div className="empty-list">{children}</div>;

export const EmptyList = (props: EmptyListProps) => {
  const { t } = useWords();
  if (props.error !== null)
    return (
      <Notice>
        <Trouble error={props.error} what={t("app.list.failed")} onAgain={props.onAgain} />
      </Notice>
    );
  if (props.loading)
    return (
      <Notice>
        <Spin delay={300} description={t("app.list.loading")} />
      </Notice>
    );
  if (props.narrowed)
    return (
      <Notice>
        <p>{t("app.list.noMatch")}</p>
        <Button onClick={props.onWiden}>{t("app.list.noMatchAction")}</Button>
      </Notice>
    );
  return (
    <Notice>
      <p>{props.empty.text}</p>
      <div className="empty-actions">
        <ActionButtons actions={props.empty.actions} />
      </div>
    </Notice>
  );
};
