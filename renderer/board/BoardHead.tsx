/** The head of the board: names of the frozen columns, months over their ten-day periods. It stays while one scrolls. */
import { useWords } from "../i18n.ts";

const tenDays = ["first", "second", "third"] as const;
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** @param today in words, where its line is drawn */
export const BoardHead = ({ today }: { readonly today: string | undefined }) => {
  const { t } = useWords();
  return (
    <div className="board-head" role="row" aria-rowindex={1}>
      <div className="board-frozen">
        <span className="board-no" role="columnheader">
          {t("tasks.fields.no")}
        </span>
        <span className="board-title" role="columnheader">
          {t("tasks.fields.title")}
        </span>
        <span className="board-unit" role="columnheader">
          {t("board.unit")}
        </span>
        <span className="board-state" role="columnheader">
          {t("tasks.fields.state")}
        </span>
        <span className="board-light" role="columnheader">
          {t("tasks.fields.light")}
        </span>
      </div>
      <div className="board-months" role="columnheader" aria-label={t("tasks.fields.period")}>
        {months.map((month) => (
          <div key={month} className="board-month" aria-hidden="true">
            <span>{t("board.month", { month })}</span>
            {tenDays.map((tenDay) => (
              <i key={tenDay}>{t(`board.tenDayShort.${tenDay}`)}</i>
            ))}
          </div>
        ))}
        {today === undefined ? null : <span className="board-now" role="img" aria-label={today} title={today} />}
      </div>
    </div>
  );
};
