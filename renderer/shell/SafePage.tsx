/** A page that fails to draw takes nothing else with it: words, and the way back. */
import { Button } from "antd";
import { Component } from "react";
import type { ReactNode } from "react";
import { useWords } from "../i18n.ts";

const Broken = ({ error, again }: { readonly error: Error; readonly again: () => void }) => {
  const { t } = useWords();
  return (
    <div className="page-text" role="alert">
      <h2>{t("app.error.boundary")}</h2>
      <p>{t("app.error.boundaryHint")}</p>
      <Button type="primary" onClick={again}>
        {t("app.action.retry")}
      </Button>{" "}
      <Button href="#/">{t("app.error.home")}</Button>
      <details>
        <summary className="quiet">{t("app.error.details")}</summary>
        <code>{error.stack ?? error.message}</code>
      </details>
    </div>
  );
};

interface SafePageState {
  readonly error: Error | undefined;
}

export class SafePage extends Component<{ readonly children: ReactNode }, SafePageState> {
  override state: SafePageState = { error: undefined };

  static getDerivedStateFromError(error: unknown): SafePageState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <Broken error={error} again={() => this.setState({ error: undefined })} />
    );
  }
}
