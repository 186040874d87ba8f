/** Offices and computers: the roster as a tree at the left, one office with its fingerprint and computers at the right. */
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useEffect } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import type { OfficeView } from "#shared/exchange/report.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useHandler } from "../ui/latest.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { useAct } from "../ui/toast/act.ts";
import { openDialog } from "./dialogs.ts";
import { shortDevice } from "./exchange-names.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { askExchangeAgain } from "./me.ts";
import { isRevocable, officeTree } from "./office-tree.ts";
import type { OfficeLine } from "./office-tree.ts";
import { exchangePlace } from "./places.ts";
import { Review } from "./Review.tsx";

type Device = OfficeView["devices"][number];

const TreeLine = ({ line, here }: { readonly line: OfficeLine; readonly here: boolean }) => {
  const { t } = useWords();
  const { office, depth } = line;
  return (
    <a
      className="office-line"
      style={{ paddingLeft: 10 + depth * 18 }}
      href={`#${exchangePlace("offices", office.code)}`}
      aria-current={here ? "true" : undefined}
    >
      <span className="office-line-name">{office.name}</span>
      {office.own ? <span className="quiet">{t("exchange.offices.self")}</span> : null}
    </a>
  );
};

const DeviceLine = ({
  device,
  office,
  me,
}: {
  readonly device: Device;
  readonly office: OfficeView;
  readonly me: ExchangeMe;
}) => {
  const { t } = useWords();
  const { moment } = useDates();
  const { modal } = App.useApp();
  const act = useAct();
  const short = shortDevice(device.device);
  const revoked = device.revokedAt !== null;
  const moveDesk = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t("exchange.offices.moveDeskTitle", { device: short }),
      content: t("exchange.offices.moveDeskText"),
      okText: t("exchange.offices.moveDesk"),
      cancelText: t("app.action.cancel"),
    });
    if (!sure) return;
    // Offered no undo: the statement is signed, and the way back is to move the desk again.
    await act(async () => {
      await client.exchange.moveDesk({ device: device.device });
      return {};
    }, t("exchange.offices.moveDeskDone"));
    await askExchangeAgain();
  };
  const marks = [
    device.desk ? t("exchange.offices.desk") : "",
    device.own ? t("exchange.offices.thisComputer") : "",
    device.revokedAt === null
      ? t("exchange.offices.since", { at: moment(device.since) })
      : t("exchange.offices.revokedAt", { at: moment(device.revokedAt) }),
  ].filter((mark) => mark !== "");
  return (
    <li className={revoked ? "device is-revoked" : "device"}>
      <div className="device-head">
        <strong className="figure" title={device.device}>
          {t("exchange.offices.device", { device: short })}
        </strong>
        {revoked ? <span className="exchange-bad">{t("exchange.offices.revoked")}</span> : null}
        <span className="quiet">{marks.join(" · ")}</span>
        <span className="exchange-acts device-acts">
          {office.code === me.office && !device.desk && !revoked ? (
            <Button size="small" onClick={() => void moveDesk()}>
              {t("exchange.offices.moveDesk")}
            </Button>
          ) : null}
          {revoked || !isRevocable(office, me.office) ? null : (
            <>
              <Button size="small" onClick={() => openDialog({ kind: "reenrol", own: device.device === me.device })}>
                {t("exchange.offices.reenrol")}
              </Button>
              <Button
                size="small"
                danger
                onClick={() =>
                  openDialog({ kind: "revoke", office: office.code, name: office.name, device: device.device })
                }
              >
                {t("exchange.offices.revoke")}
              </Button>
            </>
          )}
        </span>
      </div>
      <Fingerprint value={device.fingerprint} />
    </li>
  );
};

const OfficeDetail = ({
  office,
  aboveName,
  me,
}: {
  readonly office: OfficeView;
  readonly aboveName: string | undefined;
  readonly me: ExchangeMe;
}) => {
  const { t } = useWords();
  const over = [
    office.code,
    office.tier === null ? "" : t(`app.tier.${office.tier}`),
    office.own ? t("exchange.offices.self") : "",
    office.code === me.root?.code ? t("exchange.offices.root") : "",
    aboveName === undefined ? "" : t("exchange.offices.above", { office: aboveName }),
  ].filter((part) => part !== "");
  return (
    <article className="question" aria-labelledby="office-title">
      <header className="question-head">
        <div className="quiet figure">{over.join(" · ")}</div>
        <h2 id="office-title">{office.name}</h2>
      </header>
      <h3>{t("exchange.offices.fingerprint")}</h3>
      <Fingerprint value={office.fingerprint ?? (office.own ? me.keys.fingerprint : null)} large />
      <p className="quiet">{t("exchange.offices.fingerprintHint")}</p>
      {office.devices.length === 0 ? null : <h3>{t("exchange.offices.devices")}</h3>}
      <ul className="devices">
        {office.devices.map((device) => (
          <DeviceLine key={device.device} device={device} office={office} me={me} />
        ))}
      </ul>
    </article>
  );
};

const Offices = ({
  offices,
  me,
  code,
}: {
  readonly offices: readonly OfficeView[];
  readonly me: ExchangeMe;
  readonly code: string | undefined;
}) => {
  const { t } = useWords();
  const lines = officeTree(offices);
  const found = lines.findIndex(({ office }) => office.code === (code ?? me.office));
  const at = Math.max(0, found);
  const shown = lines[at]?.office;
  const press = useHandler((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target) || isCovered()) return;
    const step = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : lines[at + step];
    if (next === undefined) return;
    event.preventDefault();
    navigate(exchangePlace("offices", next.office.code));
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [press]);
  return (
    <>
      <div className="exchange-tools exchange-tools-line">
        <Button type="primary" disabled={me.keys.state !== "ready"} onClick={() => openDialog({ kind: "enrol" })}>
          {t("exchange.offices.enrol")}
        </Button>
        <Button disabled={me.keys.state !== "ready"} onClick={() => openDialog({ kind: "welcome" })}>
          {t("exchange.offices.welcome")}
        </Button>
        <Button onClick={() => openDialog({ kind: "trust" })}>{t("exchange.offices.trust")}</Button>
      </div>
      <Review />
      {shown === undefined ? (
        <div className="exchange-empty">
          <h2>{t("exchange.offices.none")}</h2>
          <p className="quiet">{t("exchange.first.noneHint")}</p>
          <Button type="primary" onClick={() => navigate(exchangePlace("start"))}>
            {t("exchange.first.go")}
          </Button>
        </div>
      ) : (
        <div className="exchange-split">
          <nav className="exchange-side" aria-label={t("exchange.offices.list")}>
            <h3>{t("exchange.offices.tree")}</h3>
            {lines.map((line) => (
              <TreeLine key={line.office.code} line={line} here={line.office === shown} />
            ))}
          </nav>
          <div className="exchange-main">
            <OfficeDetail
              key={shown.code}
              office={shown}
              aboveName={
                shown.above === shown.code ? undefined : offices.find((each) => each.code === shown.above)?.name
              }
              me={me}
            />
          </div>
        </div>
      )}
    </>
  );
};

export const OfficesPage = ({ me, code }: { readonly me: ExchangeMe; readonly code: string | undefined }) => {
  const result = useQuery(query.exchange.offices.queryOptions());
  return <Loaded result={result}>{(offices) => <Offices offices={offices} me={me} code={code} />}</Loaded>;
};
