/** The outbox: for each office what was sent, confirmed and heard; one button writes all that is due to a stick. */
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { useEffect, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import type { OfficeView } from "#shared/exchange/report.ts";
import { bridge } from "../bridge.ts";
import { client, query, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { numberText, useDates } from "../ui/dates.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useHandler } from "../ui/latest.ts";
import { isCovered } from "../ui/list/keys.ts";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useAct } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useWork } from "../ui/work.ts";
import { useUnitName } from "../units/names.ts";
import { openDialog } from "./dialogs.ts";
import { shortDevice, useSavePlace } from "./exchange-names.ts";
import { askExchangeAgain } from "./me.ts";
import { grouped, heardOf, outboxLines } from "./outbox.ts";
import { exchangePlace } from "./places.ts";
import { useNoticeWords } from "./useNoticeWords.ts";
import { WrittenFiles } from "./WrittenFiles.tsx";
import type { WrittenFile } from "./WrittenFiles.tsx";

const usualUnheard = 14;

const useOfficeName = (): ((office: OfficeView) => string) => {
  const { t } = useWords();
  return ({ peer, name, own }) => {
    const device = peer.split("/")[1];
    if (own) return t("exchange.outbox.ownDesk");
    return device === undefined ? name : t("exchange.outbox.ownComputer", { device: shortDevice(device) });
  };
};

/** Writing to one office, its receipt, and everything that is due; each ends with what was written where. */
const useWriting = (me: ExchangeMe, show: (files: readonly WrittenFile[]) => void) => {
  const { t } = useWords();
  const act = useAct();
  const work = useWork();
  const savePlace = useSavePlace();
  const today = useToday();
  const unitName = useUnitName();
  const officeName = useOfficeName();
  const from = unitName(me.office);

  const all = async (): Promise<void> => {
    const [folder] = await bridge.pickFiles("folder");
    if (folder === undefined) return;
    const done = await act(() =>
      work(t("exchange.outbox.allWork"), (signal) => client.exchange.exportAll({ folder }, { signal })),
    );
    if (done !== undefined) show(done.written);
    await askExchangeAgain();
  };
  const one = async (office: OfficeView): Promise<void> => {
    const to = officeName(office);
    const path = await savePlace({ kind: "bundle", from, to, day: today, number: office.sent });
    if (path === undefined) return;
    const done = await act(() =>
      work(t("exchange.outbox.allWork"), (signal) => client.exchange.export({ to: office.peer, path }, { signal })),
    );
    if (done !== undefined)
      show(
        done.paths.map((written, index) => ({
          to: office.peer,
          path: written,
          entries: index === 0 ? done.entries : 0,
          bytes: index === 0 ? done.bytes : 0,
        })),
      );
    await askExchangeAgain();
  };
  const receipt = async (office: OfficeView): Promise<void> => {
    const path = await savePlace({ kind: "receipt", from, to: officeName(office), day: today });
    if (path === undefined) return;
    const done = await act(() => client.exchange.receipt({ to: office.peer, path }));
    if (done === undefined) return;
    showToast({
      text: t("exchange.outbox.receiptDone", { file: fileNameOf(done.path) }),
      action: { label: t("app.action.reveal"), run: () => void bridge.revealInFolder(done.path) },
    });
    await askExchangeAgain();
  };
  return { all, one, receipt };
};

/** What wants to be known whichever file is looked at: copied machines, shared content that differs, files awaited. */
const Standing = () => {
  const noticeWords = useNoticeWords();
  const { data = [] } = useQuery(query.exchange.notices.queryOptions());
  return data.map((notice) => (
    <p key={JSON.stringify(notice)} className="notice">
      {noticeWords(notice)}
    </p>
  ));
};

const Digest = ({ office }: { readonly office: OfficeView }) => {
  const { t } = useWords();
  return (
    <>
      <div className={office.digest === "differs" ? "exchange-bad" : undefined}>
        {t(`exchange.outbox.${office.digest}`)}
      </div>
      {office.digestCode === null ? null : (
        <div className="quiet figure" title={t("exchange.outbox.digestHint")}>
          {t("exchange.outbox.digest", { code: grouped(office.digestCode) })}
        </div>
      )}
    </>
  );
};

const Lines = ({ offices, me }: { readonly offices: readonly OfficeView[]; readonly me: ExchangeMe }) => {
  const { t, language } = useWords();
  const { moment } = useDates();
  const officeName = useOfficeName();
  const limit = useQuery(query.exchange.settings.queryOptions()).data?.unheardDays ?? usualUnheard;
  const [written, setWritten] = useState<readonly WrittenFile[]>();
  const writing = useWriting(me, setWritten);
  const [busy, setBusy] = useState(false);
  const lines = outboxLines(offices);
  const someDue = lines.some(({ due }) => due);
  const usable = me.keys.state === "ready";

  const writeAll = useHandler(async (): Promise<void> => {
    if (busy || !usable) return;
    setBusy(true);
    await writing.all();
    setBusy(false);
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !event.ctrlKey || event.isComposing || isCovered()) return;
      event.preventDefault();
      void writeAll();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [writeAll]);

  if (lines.length === 0)
    return (
      <div className="exchange-empty">
        <h2>{t("exchange.first.none")}</h2>
        <p className="quiet">{t("exchange.first.noneHint")}</p>
        <Button type="primary" onClick={() => navigate(exchangePlace("start"))}>
          {t("exchange.first.go")}
        </Button>
      </div>
    );
  const names = new Map(offices.map((office) => [office.peer, officeName(office)]));
  const heardWords = (office: OfficeView): string => {
    const { code, days } = heardOf(office, limit);
    if (code === "never") return t("exchange.outbox.heardNever");
    return code === "today" ? t("exchange.outbox.heardToday") : t("exchange.outbox.heardDays", { count: days });
  };
  return (
    <div className="exchange-body">
      <div className="exchange-tools">
        <Button type="primary" loading={busy} disabled={!usable} onClick={() => void writeAll()} title="Ctrl+Enter">
          {t("exchange.outbox.all")}
        </Button>
        <kbd>{t("exchange.outbox.allHint")}</kbd>
        {someDue ? null : <span className="quiet">{t("exchange.outbox.nothingDue")}</span>}
      </div>
      {written === undefined ? null : (
        <WrittenFiles files={written} nameOf={names} onDone={() => setWritten(undefined)} />
      )}
      <Standing />
      <Table<OfficeView>
        size="small"
        rowKey="peer"
        dataSource={lines}
        pagination={false}
        columns={[
          {
            key: "office",
            title: t("exchange.outbox.office"),
            render: (_, office) => (
              <>
                <div className="exchange-office">
                  <strong>{officeName(office)}</strong>
                  {office.tier === null ? null : <span className="quiet">{t(`app.tier.${office.tier}`)}</span>}
                </div>
                <div className={office.due ? "exchange-due" : "quiet"}>
                  {office.due ? t("exchange.outbox.due") : t("exchange.outbox.upToDate")}
                </div>
              </>
            ),
          },
          {
            key: "progress",
            title: t("exchange.outbox.progress"),
            width: 140,
            align: "right",
            render: (_, { sent, confirmed }) => (
              <span className="figure" title={t("exchange.outbox.progressWords", { sent, confirmed })}>
                {numberText(sent, language)} / {numberText(confirmed, language)}
              </span>
            ),
          },
          {
            key: "last",
            title: t("exchange.outbox.last"),
            width: 190,
            render: (_, { lastIn, lastOut }) => (
              <div className="figure">
                <div>{lastIn === null ? t("exchange.outbox.none") : t("exchange.head.in", { at: moment(lastIn) })}</div>
                <div className="quiet">
                  {lastOut === null ? t("exchange.outbox.none") : t("exchange.head.out", { at: moment(lastOut) })}
                </div>
              </div>
            ),
          },
          {
            key: "heard",
            title: t("exchange.outbox.heard"),
            width: 160,
            render: (_, office) => (
              <span className={heardOf(office, limit).late ? "exchange-bad" : undefined}>{heardWords(office)}</span>
            ),
          },
          {
            key: "shared",
            title: t("exchange.outbox.shared"),
            width: 150,
            render: (_, office) => <Digest office={office} />,
          },
          {
            key: "acts",
            title: t("exchange.outbox.acts"),
            width: 250,
            render: (_, office) => (
              <span className="exchange-acts">
                <Button size="small" disabled={!usable} onClick={() => void writing.one(office)}>
                  {t("exchange.outbox.write")}
                </Button>
                <Button size="small" disabled={!usable} onClick={() => void writing.receipt(office)}>
                  {t("exchange.outbox.receipt")}
                </Button>
                <Button
                  size="small"
                  onClick={() => openDialog({ kind: "receipt-code", peer: office.peer, name: officeName(office) })}
                >
                  {t("exchange.outbox.code")}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </div>
  );
};

export const OutboxPage = ({ me }: { readonly me: ExchangeMe }) => {
  const result = useQuery(query.exchange.offices.queryOptions());
  return <Loaded result={result}>{(offices) => <Lines offices={offices} me={me} />}</Loaded>;
};
