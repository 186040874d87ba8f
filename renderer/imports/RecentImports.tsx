/** The last few imports of the same kind, under the place where a file is dropped: was this one taken in already? */
import { Button } from "antd";
import { useQuery } from "@tanstack/react-query";
import { navigate } from "wouter/use-hash-location";
import type { ImportCapability } from "#shared/imports/record.ts";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { importsPlace } from "./places.ts";
import { useImportSummary } from "./summary.ts";

const shownAtMost = 5;

export const RecentImports = ({ capability }: { readonly capability: ImportCapability }) => {
  const { t } = useWords();
  const { moment } = useDates();
  const summary = useImportSummary();
  const { data = [] } = useQuery(query.imports.list.queryOptions());
  const lines = data.filter((line) => line.capability === capability).slice(0, shownAtMost);
  if (lines.length === 0) return null;
  return (
    <section className="import-recent">
      <h3>{t("imports.file.recent")}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span className="import-recent-file">{line.fileName}</span>
            <span className="quiet">{moment(line.at)}</span>
            <span className="quiet">{line.undone ? t("imports.list.undone") : summary(line)}</span>
          </li>
        ))}
      </ul>
      <Button type="link" size="small" onClick={() => navigate(importsPlace)}>
        {t("imports.file.all")}
      </Button>
    </section>
  );
};
