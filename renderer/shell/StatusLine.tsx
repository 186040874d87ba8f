/** Bottom: how many records are shown, selected, there are; when something was last saved and backed up. */
import type { Status } from "#shared/contract/system.ts";
import { useWords } from "../i18n.ts";
import { numberText, useDates } from "../ui/dates.ts";
import { shownCounts } from "../ui/list/state.ts";
import { useStore } from "../ui/store.ts";

export const StatusLine = ({ status }: { readonly status: Status }) => {
  const { t, language } = useWords();
  const { moment } = useDates();
  const counts = useStore(shownCounts);
  const figure = (value: number) => ({ number: numberText(value, language) });
  return (
    <footer className="status-line figure" aria-label={t("app.status.label")}>
      {counts === undefined ? null : (
        <span role="status">
          {t("app.status.shown", figure(counts.shown))}
          {counts.selected > 0 ? ` · ${t("app.status.selected", figure(counts.selected))}` : ""}
          {` · ${t("app.status.total", figure(counts.total))}`}
        </span>
      )}
      <span className="header-gap" />
      <span>
        {status.lastSaved === null
          ? t("app.status.neverSaved")
          : t("app.status.saved", { at: moment(status.lastSaved) })}
      </span>
      <span>
        {status.lastBackup === null ? (
          <a href="#/settings/data">{t("app.status.neverBackup")}</a>
        ) : (
          t("app.status.backup", { at: moment(status.lastBackup) })
        )}
      </span>
    </footer>
  );
};
