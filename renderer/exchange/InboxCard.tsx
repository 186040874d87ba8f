/** One file of the inbox: whose it is, of when, what it would do, and what can be done with it. */
import { Button, Popconfirm } from "antd";
import type { InboxItem } from "#shared/exchange/report.ts";
import { AppError } from "#shared/errors.ts";
import { client } from "../client.ts";
import { errorWords } from "../errors.ts";
import { useWords } from "../i18n.ts";
import { sizeText, useDates } from "../ui/dates.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import { openDialog } from "./dialogs.ts";
import { askExchangeAgain } from "./me.ts";
import { Report } from "./Report.tsx";
import { isTakeable } from "./report-lines.ts";

interface InboxCardProps {
  readonly item: InboxItem;
  readonly busy: boolean;
  readonly onTake: (id: number) => void;
}

/** Cards and rosters lead to the screen where they are compared. */
const Lead = ({ item }: { readonly item: InboxItem }) => {
  const { t } = useWords();
  const { kind, path, name } = item;
  const given = path === null ? {} : { file: { path, name } };
  if (kind === "card")
    return (
      <Button type="primary" onClick={() => openDialog({ kind: "enrol", ...given })}>
        {t("exchange.inbox.lead.cardAct")}
      </Button>
    );
  return kind === "roster" ? (
    <Button type="primary" onClick={() => openDialog({ kind: "trust", ...given })}>
      {t("exchange.inbox.lead.rosterAct")}
    </Button>
  ) : null;
};

const Refusal = ({ error }: { readonly error: NonNullable<InboxItem["error"]> }) => {
  const { language } = useWords();
  const unitName = useUnitName();
  // Refusals know offices by their codes; people know them by their names.
  const named = Object.fromEntries(
    Object.entries(error.params).map(([key, value]) => [key, typeof value === "string" ? unitName(value) : value]),
  );
  const { message, hint } = errorWords(new AppError(error.code, named), language);
  const { details } = errorWords(new AppError(error.code, error.params), language);
  return (
    <div className="inbox-refusal">
      <p>
        <strong>{message}</strong>
      </p>
      {hint === "" ? null : <p>{hint}</p>}
      <details>
        <summary className="quiet">{error.code}</summary>
        <code>{details}</code>
      </details>
    </div>
  );
};

export const InboxCard = ({ item, busy, onTake }: InboxCardProps) => {
  const { t } = useWords();
  const { moment } = useDates();
  const act = useAct();
  const { id, name, size, kind, state, report, error, range, takenAt, fromName } = item;
  const drop = async (): Promise<void> => {
    await act(() => client.exchange.drop({ id }));
    await askExchangeAgain();
  };
  const isReceipt = kind === "bundle" && range !== null && range.to < range.from;
  return (
    <article className={`inbox-card inbox-${state}`} aria-label={name}>
      <header className="inbox-card-head">
        <div>
          <strong>{t(`exchange.inbox.kind.${kind}`)}</strong>{" "}
          {fromName === "" ? null : <span>{t("exchange.inbox.from", { office: fromName })}</span>}
        </div>
        <span className="quiet">{t(`exchange.inbox.state.${state}`)}</span>
      </header>
      <div className="quiet figure inbox-facts">
        <span className="inbox-name">{name}</span>
        <span>{sizeText(size)}</span>
        {report === null ? null : <span>{t("exchange.inbox.written", { at: moment(report.at) })}</span>}
        {range === null || isReceipt ? null : (
          <span>{t("exchange.inbox.range", { from: range.from, to: range.to })}</span>
        )}
        {takenAt === null ? null : <span>{t("exchange.inbox.takenAt", { at: moment(takenAt) })}</span>}
      </div>
      {error === null ? null : <Refusal error={error} />}
      {report === null ? null : <Report report={report} taken={state === "taken"} />}
      {state === "waiting" && kind !== "bundle" && kind !== "unknown" ? (
        <p className="inbox-lead">{t(`exchange.inbox.lead.${kind}`)}</p>
      ) : null}
      {state === "taken" ? null : (
        <footer className="inbox-acts">
          {isTakeable(item) ? (
            <Button type="primary" disabled={busy} onClick={() => onTake(id)}>
              {t("exchange.inbox.take")}
            </Button>
          ) : null}
          {state === "waiting" ? <Lead item={item} /> : null}
          <Popconfirm
            title={t("exchange.inbox.dropTitle")}
            description={t("exchange.inbox.dropHint1")}
            okText={t("exchange.inbox.drop1")}
            cancelText={t("app.action.cancel")}
            onConfirm={() => void drop()}
          >
            <Button disabled={busy}>{t("exchange.inbox.drop1")}</Button>
          </Popconfirm>
        </footer>
      )}
    </article>
  );
};
