/** Exchange (数据交换): its pages under one head, with what stands in the way said on top of each. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import { useQuery } from "@tanstack/react-query";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { ConflictsPage } from "./ConflictsPage.tsx";
import { openDialog } from "./dialogs.ts";
import { InboxPage } from "./InboxPage.tsx";
import { OfficesPage } from "./OfficesPage.tsx";
import { OutboxPage } from "./OutboxPage.tsx";
import { exchangePlace, exchangeParts } from "./places.ts";
import type { ExchangePartKey } from "./places.ts";
import { StartPage } from "./StartPage.tsx";
import "./exchange.css";

const countOf = (part: ExchangePartKey, me: ExchangeMe): number => {
  if (part === "inbox") return me.waiting;
  return part === "conflicts" ? me.conflicts + me.proposals : 0;
};

/** What comes first: what waits, else what is to be sent; whoever knows nobody yet begins at first contact. */
const usual = (me: ExchangeMe): ExchangePartKey => {
  if (me.waiting > 0) return "inbox";
  if (me.conflicts + me.proposals > 0) return "conflicts";
  return me.enrolled ? "outbox" : "start";
};

const contentOf = (part: ExchangePartKey, id: string | undefined, me: ExchangeMe): ReactNode => {
  switch (part) {
    case "outbox":
      return <OutboxPage me={me} />;
    case "inbox":
      return <InboxPage />;
    case "conflicts":
      return <ConflictsPage id={id === undefined ? undefined : decodeURIComponent(id)} />;
    case "offices":
      return <OfficesPage me={me} code={id === undefined ? undefined : decodeURIComponent(id)} />;
    case "start":
      return <StartPage me={me} />;
    default:
      return part satisfies never;
  }
};

const Warnings = ({ me }: { readonly me: ExchangeMe }) => {
  const { t } = useWords();
  return (
    <>
      {me.sharedFolder === null ? null : (
        <p className="notice exchange-notice" role="alert">
          {t("exchange.first.shared", { folder: me.sharedFolder })}
        </p>
      )}
      {me.keys.state === "locked" ? (
        <p className="notice exchange-notice">
          {t("exchange.first.locked")}{" "}
          <Button size="small" onClick={() => openDialog({ kind: "unlock" })}>
            {t("exchange.first.unlock")}
          </Button>
        </p>
      ) : null}
      {me.desk ? null : <p className="notice exchange-notice">{t("exchange.first.notDesk")}</p>}
    </>
  );
};

export const ExchangePage = ({ part, id }: { readonly part: string; readonly id: string | undefined }) => {
  const { t } = useWords();
  const result = useQuery(query.exchange.me.queryOptions());
  return (
    <Loaded result={result}>
      {(me) => {
        const here = exchangeParts.find((known) => known === part) ?? usual(me);
        return (
          <div className="exchange">
            <nav className="exchange-tabs" aria-label={t("app.nav.exchange")}>
              {exchangeParts.map((key) => {
                const count = countOf(key, me);
                return (
                  <a key={key} href={`#${exchangePlace(key)}`} aria-current={key === here ? "page" : undefined}>
                    {t(`exchange.parts.${key}`)}
                    {count > 0 ? <span className="exchange-count figure">{count}</span> : null}
                  </a>
                );
              })}
            </nav>
            <Warnings me={me} />
            {contentOf(here, id, me)}
          </div>
        );
      }}
    </Loaded>
  );
};
