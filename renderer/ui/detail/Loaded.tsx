/** Shows what was asked for: a waiting sign when it takes long, words and a way on when it was refused. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Spin } from "antd";
import type { ReactNode } from "react";
import { Trouble } from "../Trouble.tsx";

interface LoadedProps<Data> {
  readonly result: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Offered beside 'try again', such as closing the pane. */
  readonly onClose?: () => void;
}

export const Loaded = <Data,>({ result, children, onClose }: LoadedProps<Data>) => {
  if (result.data !== undefined) return children(result.data);
  if (result.error === null)
    return (
      <div className="loading">
        <Spin delay={300} />
      </div>
    );
  return (
    <div className="loading">
      <Trouble error={result.error} onAgain={() => void result.refetch()} onClose={onClose} />
    </div>
  );
};
