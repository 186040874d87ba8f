/** The inbox: files are dropped, chosen or found in the watched folder; each says what it would do, then is taken in. */
import { InboxOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useState } from "react";
import type { DragEvent } from "react";
import { navigate } from "wouter/use-hash-location";
import type { InboxItem } from "#shared/exchange/report.ts";
import { bridge } from "../bridge.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useHandler } from "../ui/latest.ts";
import { isCovered } from "../ui/list/keys.ts";
import { useAct } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useWork } from "../ui/work.ts";
import { InboxCard } from "./InboxCard.tsx";
import { askExchangeAgain } from "./me.ts";
import { exchangePlace } from "./places.ts";
import { groupInbox, isTakeable } from "./report-lines.ts";

const pastShown = 20;

/** Puts files into the inbox, where each is looked at. */
const useStage = (): ((paths: readonly string[]) => Promise<void>) => {
  const { t } = useWords();
  const act = useAct();
  const work = useWork();
  return async (given) => {
    const paths = given.filter((path) => path !== "");
    if (paths.length === 0) return;
    await act(() =>
      work(t("exchange.inbox.staging"), (signal) => client.exchange.stage({ paths: [...paths] }, { signal })),
    );
    await askExchangeAgain();
  };
};

const Drop = ({ small }: { readonly small: boolean }) => {
  const { t } = useWords();
  const stage = useStage();
  const [over, setOver] = useState(false);
  const watch = useQuery(query.exchange.settings.queryOptions()).data?.watchFolder;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void stage([...event.dataTransfer.files].map((file) => bridge.pathOfDroppedFile(file)));
  };
  return (
    <div
      className={`inbox-drop${over ? " is-over" : ""}${small ? " is-small" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <InboxOutlined className="inbox-drop-icon" aria-hidden />
      <div className="inbox-drop-words">
        <span>{t("exchange.inbox.drop")}</span>
        <Button
          type={small ? "default" : "primary"}
          autoFocus={!small}
          onClick={() => void bridge.pickFiles("bundle").then(stage)}
        >
          {t("exchange.inbox.pick")}
        </Button>
      </div>
      <div className="quiet">
        {t("exchange.inbox.dropHint")}
        <br />
        {watch === null || watch === undefined
          ? t("exchange.inbox.notWatching")
          : t("exchange.inbox.watching", { folder: watch })}{" "}
        <a href="#/settings/exchange">{t("exchange.inbox.setWatch")}</a>
      </div>
    </div>
  );
};

const opened = (items: readonly InboxItem[]): number =>
  items.reduce((sum, { report }) => sum + (report === null ? 0 : report.conflicts + report.proposals), 0);

const Files = ({ items }: { readonly items: readonly InboxItem[] }) => {
  const { t } = useWords();
  const act = useAct();
  const work = useWork();
  const [busy, setBusy] = useState(false);
  const { waiting, refused, past } = groupInbox(items);
  const takeable = waiting.filter(isTakeable);

  const take = useHandler(async (ids: readonly number[]): Promise<void> => {
    if (busy || ids.length === 0) return;
    setBusy(true);
    const taken = await act(() =>
      work(t("exchange.inbox.taking"), (signal) => client.exchange.take({ ids: [...ids] }, { signal })),
    );
    await askExchangeAgain();
    setBusy(false);
    if (taken === undefined) return;
    const done = taken.filter(({ id, state }) => state === "taken" && ids.includes(id));
    const wanting = ids.length - done.length;
    if (wanting > 0)
      showToast({
        text: t("exchange.inbox.notTaken", { count: wanting }),
        hint: t("exchange.inbox.notTakenHint"),
        bad: true,
      });
    if (done.length === 0) return;
    showToast({
      text: t("exchange.inbox.taken", { count: done.length }),
      ...(opened(done) === 0
        ? {}
        : {
            action: { label: t("exchange.inbox.toConflicts"), run: () => navigate(exchangePlace("conflicts")) },
          }),
    });
  });
  const takeAll = useHandler((): void => void take(takeable.map(({ id }) => id)));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !event.ctrlKey || event.isComposing || isCovered()) return;
      event.preventDefault();
      takeAll();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [takeAll]);

  const card = (item: InboxItem) => (
    <InboxCard key={item.id} item={item} busy={busy} onTake={(id) => void take([id])} />
  );
  return (
    <div className="exchange-body">
      <Drop small={items.length > 0} />
      <section className="inbox-section" aria-labelledby="inbox-waiting">
        <div className="inbox-section-head">
          <h2 id="inbox-waiting">{t("exchange.inbox.waiting")}</h2>
          {takeable.length > 1 ? (
            <Button type="primary" loading={busy} title="Ctrl+Enter" onClick={takeAll}>
              {t("exchange.inbox.takeAll", { count: takeable.length })}
            </Button>
          ) : null}
        </div>
        {waiting.length === 0 ? <p className="quiet">{t("exchange.inbox.waitingNone")}</p> : waiting.map(card)}
      </section>
      {refused.length === 0 ? null : (
        <section className="inbox-section" aria-labelledby="inbox-refused">
          <h2 id="inbox-refused">{t("exchange.inbox.refused")}</h2>
          {refused.map(card)}
        </section>
      )}
      {past.length === 0 ? null : (
        <section className="inbox-section" aria-labelledby="inbox-past">
          <h2 id="inbox-past">{t("exchange.inbox.past")}</h2>
          {past.slice(0, pastShown).map(card)}
        </section>
      )}
    </div>
  );
};

export const InboxPage = () => {
  const result = useQuery(query.exchange.inbox.queryOptions());
  return <Loaded result={result}>{(items) => <Files items={items} />}</Loaded>;
};
