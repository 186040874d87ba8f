/** What a file would do, or did, in plain words: the figures, what to know about it, and the first records. */
import { useState } from "react";
import { Button } from "antd";
import type { IntakeReport } from "#shared/exchange/report.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { grouped } from "./outbox.ts";
import { reportLines } from "./report-lines.ts";
import { useNoticeWords } from "./useNoticeWords.ts";

const shownFirst = 4;

const placeOf: Readonly<Record<string, string>> = { task: "/tasks", issue: "/issues" };

type Touched = IntakeReport["records"][number];

const Title = ({ record, here }: { readonly record: Touched; readonly here: boolean }) => {
  const place = placeOf[record.kind];
  if (place === undefined || (!here && record.how === "new")) return <span>{record.title}</span>;
  return <a href={`#${place}/${encodeURIComponent(record.id)}`}>{record.title}</a>;
};

const Records = ({ report, taken }: { readonly report: IntakeReport; readonly taken: boolean }) => {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const { records } = report;
  if (records.length === 0) return null;
  const shown = all ? records : records.slice(0, shownFirst);
  return (
    <div className="report-records">
      <div className="quiet">{t("exchange.inbox.records")}</div>
      <ul>
        {shown.map((record) => (
          <li key={record.id}>
            <span className={`how how-${record.how}`}>{t(`exchange.inbox.how.${record.how}`)}</span>
            <Title record={record} here={taken} />
          </li>
        ))}
      </ul>
      {records.length > shown.length ? (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          {t("exchange.inbox.more", { count: records.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
};

export const Report = ({ report, taken }: { readonly report: IntakeReport; readonly taken: boolean }) => {
  const { t } = useWords();
  const { moment } = useDates();
  const noticeWords = useNoticeWords();
  const lines = reportLines(report);
  return (
    <div className="report">
      <div>
        {report.takenAt !== null && !taken ? (
          <p>{t("exchange.inbox.takenBefore", { at: moment(report.takenAt) })}</p>
        ) : null}
        {report.nothingNew && report.takenAt === null ? (
          <p className="quiet">
            {report.range.to < report.range.from ? t("exchange.inbox.receiptOnly") : t("exchange.inbox.nothingNew")}
          </p>
        ) : null}
        {report.nothingNew ? null : (
          <>
            <div className="quiet">{taken ? t("exchange.inbox.did") : t("exchange.inbox.would")}</div>
            <ul className="report-lines">
              {lines.length === 0 ? <li>{t("exchange.report.none")}</li> : null}
              {lines.map(({ key, count, tone }) => (
                <li key={key} className={`report-${tone}`}>
                  {t(`exchange.report.${key}`, { count })}
                </li>
              ))}
              {report.new > 0 ? <li className="quiet">{t("exchange.report.new", { count: report.new })}</li> : null}
            </ul>
          </>
        )}
        {report.notices.length === 0 ? null : (
          <ul className="report-notices">
            {report.notices.map((notice) => (
              <li key={JSON.stringify(notice)} className={notice.code === "digest-same" ? "is-good" : undefined}>
                {noticeWords(notice)}
              </li>
            ))}
          </ul>
        )}
        {report.digestCode === null || report.notices.some(({ code }) => code.startsWith("digest-")) ? null : (
          <div className="quiet figure" title={t("exchange.outbox.digestHint")}>
            {t("exchange.outbox.digest", { code: grouped(report.digestCode) })}
          </div>
        )}
      </div>
      <Records report={report} taken={taken} />
    </div>
  );
};
