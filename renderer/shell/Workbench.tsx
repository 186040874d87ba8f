/** What needs doing today: numbers that lead to the lists behind them, and what was done lately. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { navigate } from "wouter/use-hash-location";
import { query, useStatus } from "../client.ts";
import { useWords } from "../i18n.ts";
import { RecentCommits } from "../history/RecentCommits.tsx";
import { Today } from "../reminders/Today.tsx";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useDates } from "../ui/dates.ts";
import { Duties } from "./Duties.tsx";
import { RecentImports } from "./RecentImports.tsx";

const Empty = () => {
  const { t } = useWords();
  return (
    <div className="workbench-empty">
      <h2>{t("app.workbench.empty")}</h2>
      <p className="quiet">{t("app.workbench.emptyHint")}</p>
      <div className="empty-actions">
        <Button type="primary" onClick={() => navigate("/tasks/import")}>
          {t("app.palette.importTasks")}
        </Button>
        <Button onClick={() => navigate("/issues/import")}>{t("app.palette.importIssues")}</Button>
        <Button onClick={() => navigate("/issues/new")}>{t("app.palette.newIssue")}</Button>
      </div>
    </div>
  );
};

const facetFields = ["light", "state"];

/** Working days beyond the table of holidays are counted as plain weekdays: said before it matters. */
const HolidayNotice = () => {
  const { t } = useWords();
  const status = useStatus().data;
  if (status === undefined || status.holidaysUntil >= Number(status.today.slice(0, 4))) return null;
  return (
    <p className="notice">
      {t("app.workbench.holidays", { year: status.holidaysUntil })}{" "}
      <a href="#/settings/holidays">{t("app.workbench.importTable")}</a>
    </p>
  );
};

export const Workbench = () => {
  const { t } = useWords();
  const { day, today } = useDates();
  const input = { fields: facetFields };
  const tasks = useQuery(query.tasks.facets.queryOptions({ input }));
  const issues = useQuery(query.issues.facets.queryOptions({ input }));
  return (
    <div className="workbench">
      <div className="workbench-main">
        <p className="quiet workbench-today">{t("app.workbench.today", { day: day(today) })}</p>
        <HolidayNotice />
        <Loaded result={tasks}>
          {(taskFacets) => (
            <Loaded result={issues}>
              {(issueFacets) =>
                (taskFacets["state"] ?? []).length + (issueFacets["state"] ?? []).length === 0 ? (
                  <Empty />
                ) : (
                  <>
                    <Today />
                    <div className="duties">
                      <Duties capability="tasks" facets={taskFacets} />
                      <Duties capability="issues" facets={issueFacets} />
                    </div>
                  </>
                )
              }
            </Loaded>
          )}
        </Loaded>
      </div>
      <aside className="workbench-side">
        <RecentImports />
        <RecentCommits />
      </aside>
    </div>
  );
};
