/** A record beside its list: head, sections, facts. A capability fills in what it knows; the look is the same for all. */
import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";

interface DetailProps {
  readonly title: ReactNode;
  /** One quiet line over the title: number, kind, state. */
  readonly over?: ReactNode;
  /** Buttons under the title: what can be done with the record now. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export const Detail = ({ title, over, actions, onClose, children }: DetailProps) => {
  const { t } = useWords();
  return (
    <article className="detail">
      <header className="detail-head">
        <div className="detail-over">
          <span>{over}</span>
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t("app.action.close")}
            title={`${t("app.action.close")} (Esc)`}
            onClick={onClose}
          />
        </div>
        <h2>{title}</h2>
        {actions === undefined ? null : <div className="detail-actions">{actions}</div>}
      </header>
      <div className="detail-sections">{children}</div>
    </article>
  );
};

interface SectionProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

export const DetailSection = ({ title, extra, children }: SectionProps) => {
  const id = useId();
  return (
    <section className="detail-section" aria-labelledby={id}>
      <div className="detail-section-head">
        <h3 id={id}>{title}</h3>
        {extra}
      </div>
      {children}
    </section>
  );
};

export interface Fact {
  readonly key: string;
  readonly label: string;
  /** Empty facts (null, undefined, empty text) are left out. */
  readonly value: ReactNode;
}

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== "")
      .map(({ key, label, value }) => (
        <div key={key} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
