/** Shows what was asked for: a waiting sign when it takes long, words and a way on when it was refused. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Button, Spin } from "antd";
import type { ReactNode } from "react";
import { errorWords } from "../../errors.ts";
import { useWords } from "../../i18n.ts";

interface LoadedProps<Data> {
  readonly result: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Offered beside 'try again', such as closing the pane. */
  readonly onClose?: () => void;
}

export const Loaded = <Data,>({ result, children, onClose }: LoadedProps<Data>) => {
  const { t, language } = useWords();
  if (result.data !== undefined) return children(result.data);
  if (result.error === null)
    return (
      <div className="loading">
        <Spin delay={300} />
      </div>
    );
  const { message, hint } = errorWords(result.error, language);
  return (
    <div className="loading" role="alert">
      <p>{message}</p>
      <p className="quiet">{hint}</p>
      <Button onClick={() => void result.refetch()}>{t("app.action.retry")}</Button>
      {onClose === undefined ? null : <Button onClick={onClose}>{t("app.action.close")}</Button>}
    </div>
  );
};
