/** What was done lately, newest first, each with the way back. */
import { useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { isUndoable } from "#shared/store/undoable.ts";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useDates } from "../ui/dates.ts";
import { useUndo } from "../ui/toast/act.ts";
import { useIsOwn } from "./useIsOwn.ts";
import { useActionWords } from "./actionWords.ts";

const shown = 12;

export const RecentCommits = () => {
  const { t } = useWords();
  const { moment } = useDates();
  const actionWords = useActionWords();
  const undo = useUndo();
  const isOwn = useIsOwn();
  const recent = useQuery(query.history.recent.queryOptions({ input: { limit: shown } }));
  return (
    <section className="side-part" aria-labelledby="recent-commits">
      <h3 id="recent-commits">{t("app.workbench.recentCommits")}</h3>
      <Loaded result={recent}>
        {(commits) =>
          commits.length === 0 ? (
            <p className="quiet">{t("app.workbench.noCommits")}</p>
          ) : (
            <ul className="side-list">
              {commits.map((commit) => (
                <li key={commit.version} className={commit.undone ? "undone" : undefined}>
                  <div className="side-facts">
                    <span className="side-name">{actionWords(commit.action)}</span>
                    {commit.undone ? (
                      <span className="quiet">{t("history.wasUndone")}</span>
                    ) : !isUndoable(commit.action) || !isOwn(commit.office) ? null : (
                      <Popconfirm
                        title={t("history.undoTitle", { action: actionWords(commit.action) })}
                        description={t("history.undoExplain")}
                        okText={t("app.action.undo")}
                        cancelText={t("app.action.cancel")}
                        onConfirm={() => void undo(commit.version)}
                      >
                        <Button
                          size="small"
                          type="link"
                          aria-label={`${t("app.action.undo")} ${actionWords(commit.action)}`}
                        >
                          {t("app.action.undo")}
                        </Button>
                      </Popconfirm>
                    )}
                  </div>
                  <div className="quiet figure side-facts">
                    <span>{commit.note ?? t("history.changes", { count: commit.changes })}</span>
                    <span>{moment(commit.at)}</span>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
};
