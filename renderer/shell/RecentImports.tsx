/** The last lists that were taken in, on the workbench. */
import { useQuery } from "@tanstack/react-query";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useDates } from "../ui/dates.ts";

const shown = 4;

export const RecentImports = () => {
  const { t } = useWords();
  const { moment } = useDates();
  const imports = useQuery(query.imports.list.queryOptions());
  return (
    <section className="side-part" aria-labelledby="recent-imports">
      <div className="side-head">
        <h3 id="recent-imports">{t("app.workbench.recentImports")}</h3>
        <a href="#/imports">{t("app.workbench.openList")}</a>
      </div>
      <Loaded result={imports}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="quiet">{t("app.workbench.noImports")}</p>
          ) : (
            <ul className="side-list">
              {lines.slice(0, shown).map((line) => (
                <li key={line.id} className={line.undone ? "undone" : undefined}>
                  <div className="side-name">{line.fileName}</div>
                  <div className="quiet figure side-facts">
                    <span>
                      {line.undone
                        ? t("app.workbench.undone")
                        : t("app.workbench.importLine", {
                            added: line.added,
                            changed: line.changed,
                            withdrawn: line.withdrawn,
                          })}
                    </span>
                    <span>{moment(line.at)}</span>
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
