/** A whole urging on one page beside the list: what is asked and until when, what was answered, and what comes next. */
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect, useState } from "react";
import type { UrgingStepName } from "#shared/urgings/record.ts";
import type { UrgingDetail } from "#shared/urgings/view.ts";
import { query } from "../client.ts";
import { RecordActs } from "../exchange/RecordActs.tsx";
import { RecordHistory } from "../history/RecordHistory.tsx";
import { useWords } from "../i18n.ts";
import { useLightWhy } from "../tasks/lightWhy.ts";
import { useDates } from "../ui/dates.ts";
import { Detail, DetailSection, Facts, Loaded, PeriodFact, TimeLine } from "../ui/detail/index.ts";
import { useLatest } from "../ui/latest.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import type { BesideList } from "../ui/list/types.ts";
import { Between } from "../ui/marks/Between.tsx";
import { PrintedSheet } from "./PrintedSheet.tsx";
import { isDanger, otherLetters, stepByLetter, stepLetters } from "./step-forms.ts";
import { openUrging } from "./targets.ts";
import { UrgingState } from "./UrgingState.tsx";
import { useSheets } from "./useSheets.ts";

const takeStep = (step: UrgingStepName, urging: UrgingDetail): void =>
  openUrging({ kind: "step", step, ids: [urging.id], urging });

/** Letters of what is open, while nobody is typing. */
const useLetters = (urging: UrgingDetail, copy: () => void): void => {
  const latest = useLatest({ urging, copy });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isTyping(event.target) || isCovered()) return;
      const { urging: open, copy: put } = latest.current;
      const letter = event.key.toUpperCase();
      const step = stepByLetter(letter, open.may);
      if (step !== undefined) takeStep(step, open);
      else if (letter === otherLetters.copy) put();
      else if (letter === otherLetters.edit && open.archivedWhy === null) openUrging({ kind: "edit", urging: open });
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [latest]);
};

const Actions = ({ urging, onPrint }: { readonly urging: UrgingDetail; readonly onPrint: () => void }) => {
  const { t } = useWords();
  const { write, copy } = useSheets();
  const put = (): void => copy(urging.id);
  useLetters(urging, put);
  const [first] = urging.may;
  return (
    <>
      {urging.may.map((step) => (
        <Button
          key={step}
          size="small"
          type={step === first ? "primary" : "default"}
          danger={isDanger(step)}
          title={stepLetters[step]}
          aria-keyshortcuts={stepLetters[step]}
          onClick={() => takeStep(step, urging)}
        >
          {t(`urgings.act.${step}`)}
        </Button>
      ))}
      {urging.archivedWhy === null ? (
        <Button
          size="small"
          title={otherLetters.edit}
          aria-keyshortcuts={otherLetters.edit}
          onClick={() => openUrging({ kind: "edit", urging })}
        >
          {t("app.action.edit")}
        </Button>
      ) : null}
      <Button size="small" title={otherLetters.copy} aria-keyshortcuts={otherLetters.copy} onClick={put}>
        {t("urgings.list.copy")}
      </Button>
      <Button size="small" onClick={() => write([urging.id], `${t("urgings.name")}${urging.number} ${urging.unit}`)}>
        {t("urgings.list.document")}
      </Button>
      <Button size="small" onClick={onPrint}>
        {t("urgings.list.print")}
      </Button>
    </>
  );
};

const Notices = ({ urging }: { readonly urging: UrgingDetail }) => {
  const { t } = useWords();
  const writesFor = urging.may.includes("answer") ? urging.onBehalfOf : null;
  return (
    <>
      {urging.numberTwice ? (
        <Alert
          type="warning"
          showIcon
          title={t("urgings.detail.numberTwice")}
          action={
            <Button size="small" onClick={() => openUrging({ kind: "edit", urging })}>
              {t("urgings.detail.changeNumber")}
            </Button>
          }
        />
      ) : null}
      {urging.withdrawnReason === null ? null : (
        <Alert type="warning" showIcon title={t("urgings.detail.withdrawn", { reason: urging.withdrawnReason })} />
      )}
      {writesFor === null ? null : <p className="quiet">{t("urgings.detail.behalf", { unit: writesFor })}</p>}
    </>
  );
};

const isOver = ({ state }: UrgingDetail): boolean => state !== "issued" && state !== "received";

const Whole = ({ urging, beside }: { readonly urging: UrgingDetail; readonly beside: BesideList }) => {
  const { t } = useWords();
  const why = useLightWhy();
  const { day } = useDates();
  const [printing, setPrinting] = useState(false);
  const [done] = useState(() => () => setPrinting(false));
  return (
    <Detail
      title={urging.title === "" ? urging.text : urging.title}
      over={
        <span className="urging-over">
          <span className="figure">{t("documents.bracketed", { year: urging.year, no: urging.no })}</span>
          <strong>{urging.unit}</strong>
          <UrgingState state={urging.state} />
        </span>
      }
      actions={<Actions urging={urging} onPrint={() => setPrinting(true)} />}
      onClose={beside.close}
    >
      <Between capability="urgings" record={urging} />
      <Notices urging={urging} />
      <DetailSection title={t("urgings.fields.text")}>
        <p className="urging-text">{urging.text}</p>
        <p className="quiet">{t("urgings.detail.issuedBy", { office: urging.issuer, date: day(urging.issuedOn) })}</p>
      </DetailSection>
      <DetailSection title={t("urgings.fields.limit")}>
        <PeriodFact
          capability="urgings"
          period={urging.limit}
          due={urging.due}
          light={urging.light}
          why={why(urging.lightReason)}
          over={isOver(urging)}
        />
      </DetailSection>
      {urging.title === "" ? null : (
        <DetailSection title={t("urgings.detail.about")}>
          <Facts
            facts={[
              {
                key: "task",
                label: urging.taskNo,
                value:
                  urging.task === null ? (
                    urging.title
                  ) : (
                    <a href={`#/tasks/${encodeURIComponent(urging.task)}`}>{urging.title}</a>
                  ),
              },
            ]}
          />
        </DetailSection>
      )}
      <DetailSection title={t("urgings.fields.answer")}>
        {urging.answer === "" ? (
          <p className="quiet">{t("urgings.detail.noAnswer")}</p>
        ) : (
          <>
            <p className="urging-text">{urging.answer}</p>
            <p className="quiet">{day(urging.answeredOn)}</p>
          </>
        )}
      </DetailSection>
      <DetailSection title={t("app.detail.timeLine")}>
        <TimeLine
          items={urging.steps.toReversed().map(({ data, ...step }) => ({
            ...step,
            on: data.on,
            title: t(`urgings.step.${data.step}`),
            ...(data.text === undefined ? {} : { text: data.text }),
            version: step.own ? step.version : undefined,
          }))}
        />
      </DetailSection>
      <DetailSection title={t("app.detail.history")}>
        <RecordHistory capability="urgings" entries={urging.history} />
      </DetailSection>
      <RecordActs record={urging.id} title={urging.title === "" ? urging.number : urging.title} />
      {printing ? <PrintedSheet urging={urging} onDone={done} /> : null}
    </Detail>
  );
};

export const UrgingView = ({ id, beside }: { readonly id: string; readonly beside: BesideList }) => {
  const result = useQuery(query.urgings.get.queryOptions({ input: { id } }));
  return (
    <Loaded result={result} onClose={beside.close}>
      {(urging) => <Whole urging={urging} beside={beside} />}
    </Loaded>
  );
};
