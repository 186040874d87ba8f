/** What was done with an issue, round by round: the current one on top, those before it sealed as they were closed. */
import { LockOutlined } from "@ant-design/icons";
import type { IssueDetail } from "#shared/issues/view.ts";
import { useWords } from "../i18n.ts";
import { DetailSection, TimeLine } from "../ui/detail/index.ts";
import type { TimeLineItem } from "../ui/detail/index.ts";
import { EvidenceFiles } from "../ui/files/index.ts";
import { useUnitName } from "../units/names.ts";
import { roundsOf } from "./rounds.ts";
import type { Round } from "./rounds.ts";

type Step = IssueDetail["steps"][number];

/** What a step says beside its text: verifiers, place, satisfaction, percent, files, and that there were none. */
const useStepFacts = (): ((step: Step["data"]) => readonly string[]) => {
  const { t } = useWords();
  return ({ percent, verifiers, place, satisfaction, withoutEvidence, evidence, stateText }) =>
    [
      percent === undefined ? "" : t("issues.detail.percentIs", { percent }),
      verifiers === undefined ? "" : t("issues.detail.verifiers", { names: verifiers }),
      place === undefined ? "" : t("issues.detail.verifiedAt", { place }),
      satisfaction === undefined
        ? ""
        : t("issues.detail.satisfactionIs", { value: t(`issues.satisfaction.${satisfaction}`) }),
      withoutEvidence === true ? t("issues.detail.withoutEvidence") : "",
      evidence === undefined || evidence.length === 0 ? "" : t("issues.detail.filesWith", { count: evidence.length }),
      stateText === undefined || stateText === "" ? "" : t("issues.detail.stateText", { text: stateText }),
    ].filter((fact) => fact !== "");
};

/** A sealed round is not taken apart: of the last one only its closing can be undone, of those before it nothing. */
const canBeUndone = (round: Round, place: number, isLatest: boolean): boolean =>
  !round.frozen || (isLatest && place === 0);

const useItems = (): ((round: Round, isLatest: boolean) => TimeLineItem[]) => {
  const { t } = useWords();
  const unitName = useUnitName();
  const factsOf = useStepFacts();
  return (round, isLatest) =>
    round.steps.map((step, place) => {
      const facts = factsOf(step.data);
      return {
        id: step.id,
        on: step.data.on,
        at: step.at,
        title: t(`issues.step.${step.data.step}`),
        ...(step.data.text === undefined ? {} : { text: step.data.text }),
        ...(facts.length === 0 ? {} : { extra: <div className="quiet">{facts.join(" · ")}</div> }),
        office: unitName(step.office),
        onBehalfOf: step.onBehalfOf === null ? null : unitName(step.onBehalfOf),
        retracted: step.retracted,
        proposed: step.proposed,
        version: step.own && canBeUndone(round, place, isLatest) ? step.version : undefined,
      };
    });
};

const Sealed = ({ round, several }: { readonly round: Round; readonly several: boolean }) => {
  const { t } = useWords();
  if (round.frozen)
    return (
      <span className="quiet">
        <LockOutlined aria-hidden="true" /> {t("issues.detail.sealed")}
      </span>
    );
  return several ? <span className="quiet">{t("issues.detail.current")}</span> : null;
};

export const Rounds = ({ issue }: { readonly issue: IssueDetail }) => {
  const { t } = useWords();
  const itemsOf = useItems();
  const rounds = roundsOf(issue);
  const several = rounds.length > 1;
  const titled = (title: string, round: Round): string =>
    several ? `${title} · ${t("issues.detail.round", { round: round.round })}` : title;
  return rounds.map((round) => (
    <div key={round.round} className={round.frozen && several ? "issue-round sealed" : "issue-round"}>
      <DetailSection title={titled(t("app.detail.timeLine"), round)} extra={<Sealed round={round} several={several} />}>
        <TimeLine items={itemsOf(round, round === rounds[0])} />
      </DetailSection>
      <DetailSection title={titled(t("app.detail.evidence"), round)}>
        {round.files.length === 0 ? (
          <p className="quiet">{t("issues.detail.noFiles")}</p>
        ) : (
          <EvidenceFiles files={round.files} />
        )}
      </DetailSection>
    </div>
  ));
};
