/** The few records that want a hand first: overdue and due soon, the earliest due first. */
import { useQuery } from "@tanstack/react-query";
import type { Page } from "#shared/list/query.ts";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useDates } from "../ui/dates.ts";
import { Light } from "../ui/light/Light.tsx";

const shown = 8;
const input: Page = {
  q: "",
  filters: [{ field: "light", op: "in", values: ["overdue", "soon"] }],
  sort: [{ field: "due", dir: "asc" }],
  offset: 0,
  limit: shown,
};

interface UrgentRow {
  readonly id: string;
  readonly title: string;
  readonly due: string | null;
  readonly light: string;
}

const Rows = ({
  capability,
  rows,
}: {
  readonly capability: "tasks" | "issues";
  readonly rows: readonly UrgentRow[];
}) => {
  const { t } = useWords();
  const { day } = useDates();
  if (rows.length === 0) return <p className="quiet">{t("app.workbench.noUrgent")}</p>;
  return (
    <ul className="side-list">
      {rows.map(({ id, title, due, light }) => (
        <li key={id}>
          <a className="urgent" href={`#/${capability}/${encodeURIComponent(id)}`} title={title}>
            <Light capability={capability} value={light} />
            <span className="palette-text">{title}</span>
            <span className="quiet figure">{day(due)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};

const UrgentTasks = () => (
  <Loaded result={useQuery(query.tasks.list.queryOptions({ input }))}>
    {({ rows }) => <Rows capability="tasks" rows={rows} />}
  </Loaded>
);
const UrgentIssues = () => (
  <Loaded result={useQuery(query.issues.list.queryOptions({ input }))}>
    {({ rows }) => <Rows capability="issues" rows={rows} />}
  </Loaded>
);

export const Urgent = ({ capability }: { readonly capability: "tasks" | "issues" }) => {
  const { t } = useWords();
  return (
    <div className="urgent-part">
      <h3>{t("app.workbench.urgent")}</h3>
      {capability === "tasks" ? <UrgentTasks /> : <UrgentIssues />}
    </div>
  );
};
