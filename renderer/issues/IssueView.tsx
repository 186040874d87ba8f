/** A whole issue on one page beside the list: until when, what and whose it is, what was done about it, and what comes next. */
import { Alert, Button } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { issueRules } from "#shared/issues/states.ts";
import type { IssueDetail } from "#shared/issues/view.ts";
import { keepPreviousData, query, useStatus } from "../client.ts";
import { RecordActs } from "../exchange/RecordActs.tsx";
import { RecordHistory } from "../history/RecordHistory.tsx";
import { useWords } from "../i18n.ts";
import { useLightWhy } from "../tasks/lightWhy.ts";
import { useDates } from "../ui/dates.ts";
import { Detail, DetailSection, Facts, Loaded, PeriodFact } from "../ui/detail/index.ts";
import type { BesideList } from "../ui/list/types.ts";
import { Between } from "../ui/marks/Between.tsx";
import { useUnitName } from "../units/names.ts";
import { Rounds } from "./Rounds.tsx";
import { StateTag } from "./StateTag.tsx";
import { StepButtons } from "./StepButtons.tsx";

interface Reveal {
  readonly shown: boolean;
  readonly toggle: () => void;
}

/** The telephone number, masked until it is asked for ('Personal data is masked by default'). */
const Phone = ({ phone, reveal }: { readonly phone: string; readonly reveal: Reveal }) => {
  const { t } = useWords();
  return (
    <span className="figure">
      {phone}{" "}
      <Button size="small" type="link" onClick={reveal.toggle}>
        {reveal.shown ? t("issues.detail.mask") : t("issues.detail.reveal")}
      </Button>
    </span>
  );
};

/** Whether the due date was counted in working days, and whether the table of holidays reaches that far. */
const useWorkingDayRemark = (): ((issue: IssueDetail) => string | undefined) => {
  const { t } = useWords();
  const status = useStatus().data;
  return ({ limit, due }) => {
    if (limit.kind !== "immediate" && limit.kind !== "workdays") return undefined;
    const until = status?.holidaysUntil;
    if (due !== null && until !== undefined && Number(due.slice(0, 4)) > until)
      return t("issues.detail.beyondHolidays", { year: until });
    return t("issues.detail.workingDays");
  };
};

/** Nobody has to be told for whom this office writes where nothing of that unit's is left to write. */
const isWrittenFor = ({ allowed, onBehalfOf }: IssueDetail): boolean =>
  onBehalfOf !== null && allowed.some((step) => step !== "evidence" && issueRules[step].by === "responsible");

const Notices = ({ issue }: { readonly issue: IssueDetail }) => {
  const { t } = useWords();
  const unitName = useUnitName();
  const behalf = isWrittenFor(issue) ? issue.onBehalfOf : null;
  if (issue.withdrawnReason === null && behalf === null) return null;
  return (
    <div className="issue-notices">
      {issue.withdrawnReason === null ? null : (
        <Alert type="warning" showIcon title={t("issues.detail.withdrawn", { reason: issue.withdrawnReason })} />
      )}
      {behalf === null ? null : <p className="quiet">{t("issues.detail.behalf", { unit: unitName(behalf) })}</p>}
    </div>
  );
};

const Whose = ({ issue, reveal }: { readonly issue: IssueDetail; readonly reveal: Reveal }) => {
  const { t } = useWords();
  const unitName = useUnitName();
  return (
    <Facts
      facts={[
        {
          key: "units",
          label: t("issues.fields.units"),
          value:
            issue.units.length > 0 ? (
              issue.units.map(unitName).join("、")
            ) : (
              <span className="quiet">{t("issues.detail.noUnits")}</span>
            ),
        },
        { key: "leader", label: t("issues.fields.leader"), value: issue.leader },
        { key: "person", label: t("issues.fields.person"), value: issue.person },
        {
          key: "phone",
          label: t("issues.fields.phone"),
          value: issue.phone === "" ? null : <Phone phone={issue.phone} reveal={reveal} />,
        },
      ]}
    />
  );
};

const What = ({ issue }: { readonly issue: IssueDetail }) => {
  const { t } = useWords();
  const { day } = useDates();
  return (
    <Facts
      facts={[
        { key: "source", label: t("issues.fields.source"), value: issue.source },
        { key: "place", label: t("issues.fields.place"), value: issue.place },
        { key: "category", label: t("issues.fields.category"), value: issue.category },
        { key: "section", label: t("issues.fields.section"), value: issue.section },
        {
          key: "type",
          label: t("issues.fields.type"),
          value: issue.type === null ? "" : t(`issues.type.${issue.type}`),
        },
        { key: "registeredOn", label: t("issues.fields.registeredOn"), value: day(issue.registeredOn) },
        { key: "doneOn", label: t("issues.fields.doneOn"), value: day(issue.doneOn) },
        { key: "closedOn", label: t("issues.fields.closedOn"), value: day(issue.closedOn) },
        { key: "note", label: t("issues.fields.note"), value: issue.note },
      ]}
    />
  );
};

const isOver = ({ state }: IssueDetail): boolean => state === "closed" || state === "withdrawn";

const Whole = ({
  issue,
  beside,
  reveal,
}: {
  readonly issue: IssueDetail;
  readonly beside: BesideList;
  readonly reveal: Reveal;
}) => {
  const { t } = useWords();
  const why = useLightWhy();
  const unitName = useUnitName();
  const remark = useWorkingDayRemark()(issue);
  const extra = Object.entries(issue.extra).map(([label, value]) => ({ key: label, label, value }));
  return (
    <Detail
      title={issue.title}
      over={
        <span className="issue-over">
          {issue.no === "" ? null : <span className="figure">{issue.no}</span>}
          <StateTag row={issue} />
          {issue.marks.includes("foreign") ? (
            <span>{t("app.between.owner", { office: unitName(issue.owner) })}</span>
          ) : null}
          {issue.percent === null || isOver(issue) ? null : <span className="figure">{issue.percent}%</span>}
        </span>
      }
      actions={<StepButtons issue={issue} onEdit={() => beside.edit(issue.id)} />}
      onClose={beside.close}
    >
      <Between capability="issues" record={issue} />
      <Notices issue={issue} />
      <DetailSection title={t("app.detail.period")}>
        <PeriodFact
          capability="issues"
          period={issue.limit}
          due={issue.due}
          light={issue.light}
          why={
            <>
              {why(issue.lightReason)}
              {remark === undefined ? null : <div>{remark}</div>}
            </>
          }
          over={isOver(issue) || issue.state === "awaiting"}
        />
      </DetailSection>
      <DetailSection title={t("app.detail.responsibility")}>
        <Whose issue={issue} reveal={reveal} />
      </DetailSection>
      <DetailSection title={t("issues.fields.measures")}>
        {issue.measures === "" ? (
          <p className="quiet">{t("issues.detail.noMeasures")}</p>
        ) : (
          <p className="issue-text">{issue.measures}</p>
        )}
        {issue.progress === "" ? null : (
          <Facts
            facts={[
              {
                key: "progress",
                label: t("issues.fields.progress"),
                value: <span className="issue-text">{issue.progress}</span>,
              },
            ]}
          />
        )}
      </DetailSection>
      <Rounds issue={issue} />
      <DetailSection title={t("app.detail.facts")}>
        <What issue={issue} />
      </DetailSection>
      {extra.length === 0 ? null : (
        <DetailSection title={t("issues.detail.extra")}>
          <Facts facts={extra} />
        </DetailSection>
      )}
      {issue.origin === null ? null : (
        <DetailSection title={t("app.detail.origin")}>
          <p className="quiet">
            {t("app.detail.originText", {
              file: issue.origin.fileName,
              sheet: issue.origin.sheet,
              row: issue.origin.row,
            })}
          </p>
        </DetailSection>
      )}
      <DetailSection title={t("app.detail.history")}>
        <RecordHistory capability="issues" entries={issue.history} />
      </DetailSection>
      <RecordActs record={issue.id} title={issue.title} />
    </Detail>
  );
};

export const IssueView = ({ id, beside }: { readonly id: string; readonly beside: BesideList }) => {
  const [shown, setShown] = useState(false);
  const result = useQuery({
    ...query.issues.get.queryOptions({ input: { id, reveal: shown } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded result={result} onClose={beside.close}>
      {(issue) => <Whole issue={issue} beside={beside} reveal={{ shown, toggle: () => setShown(!shown) }} />}
    </Loaded>
  );
};
