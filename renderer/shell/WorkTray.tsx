/** Long work in the top bar: how far it is, and a button to cancel each. Not there when nothing runs. */
import { Button, Popover, Progress } from "antd";
import { useHashLocation } from "wouter/use-hash-location";
import { useWords } from "../i18n.ts";
import { numberText } from "../ui/dates.ts";
import { useStageWords, useWorks } from "../ui/work.ts";
import type { Work } from "../ui/work.ts";

const shareOf = ({ done, total }: Work): number => (total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total)));

const WorkLine = ({ work }: { readonly work: Work }) => {
  const { t, language } = useWords();
  const stageWords = useStageWords();
  const { done, total } = work;
  return (
    <div className="work-line">
      <div className="work-head">
        <strong>{work.title}</strong>
        <Button size="small" aria-label={t("app.work.cancel", { title: work.title })} onClick={work.cancel}>
          {t("app.action.cancel")}
        </Button>
      </div>
      <Progress percent={shareOf(work)} size="small" status="normal" showInfo={total > 0} aria-label={work.title} />
      <div className="quiet figure">
        {stageWords(work.stage)}
        {total > 0 ? ` ${numberText(done, language)} / ${numberText(total, language)}` : ""}
      </div>
    </div>
  );
};

/** The import shows its progress in its own page; the tray need not lie over it. */
const showsItsOwn = (place: string): boolean => place.endsWith("/import");

export const WorkTray = () => {
  const { t } = useWords();
  const works = useWorks();
  const [place] = useHashLocation();
  const first = works[0];
  if (first === undefined) return null;
  return (
    <Popover
      trigger="click"
      defaultOpen={!showsItsOwn(place)}
      placement="bottomRight"
      title={t("app.work.title")}
      content={
        <div className="work-list">
          {works.map((work) => (
            <WorkLine key={work.id} work={work} />
          ))}
        </div>
      }
    >
      <Button size="small" className="work-button">
        {works.length === 1 ? first.title : t("app.work.running", { count: works.length })}
        <span className="figure">{first.total > 0 ? `${shareOf(first)}%` : "…"}</span>
      </Button>
    </Popover>
  );
};
