/** The head of the preview: each field, the column of the file that gives it, and another column chosen on the spot. */
import { Dropdown } from "antd";
import type { Stage } from "#shared/imports/view.ts";
import { columnLetters } from "#shared/sheets/columns.ts";
import { useWords } from "../i18n.ts";
import { setMeaning } from "./actions.ts";
import { useMeaningWord } from "./meanings.ts";
import type { PreviewColumn } from "./preview-columns.ts";

interface Props {
  readonly stage: Stage;
  readonly busy: boolean;
  readonly columns: readonly PreviewColumn[];
  readonly template: string;
  /** Some lines have a problem or a question. */
  readonly hasReasons: boolean;
}

export const PreviewHead = ({ stage, busy, columns, template, hasReasons }: Props) => {
  const { t } = useWords();
  const meaningWord = useMeaningWord(stage.capability);
  const choices = stage.columns.map((column) => ({
    key: String(column.index),
    label: `${columnLetters(column.index)} ${column.name}`,
  }));
  const grid = stage.columns.find(({ meaning }) => meaning === "slot" || meaning === "grid");
  const fromWord = (column: PreviewColumn): string => {
    if (column.from !== null) return column.from.name;
    return column.key === "period" && grid !== undefined ? meaningWord(grid.meaning) : t("imports.preview.columnNone");
  };
  const canBeRead = (column: PreviewColumn): boolean => stage.meanings.includes(column.key);

  return (
    <div className="preview-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
      <div role="columnheader" aria-colindex={1} className="preview-row-number">
        {t("imports.preview.row")}
      </div>
      <div role="columnheader" aria-colindex={2}>
        {hasReasons ? t("imports.preview.reason") : t("imports.preview.kindOnly")}
      </div>
      {columns.map((column, at) => (
        <div key={column.key} role="columnheader" aria-colindex={at + 3}>
          <span className="preview-field">{meaningWord(column.key)}</span>
          {canBeRead(column) ? (
            <Dropdown
              trigger={["click"]}
              disabled={busy}
              menu={{
                items: choices,
                selectable: true,
                selectedKeys: column.from === null ? [] : [String(column.from.index)],
                onClick: ({ key }) => void setMeaning(stage.capability, Number(key), column.key),
              }}
            >
              <button
                type="button"
                className="preview-from"
                title={t("imports.preview.columnChange")}
                aria-label={`${meaningWord(column.key)}: ${fromWord(column)} (${t("imports.preview.columnChange")})`}
              >
                {fromWord(column)} <span aria-hidden="true">▾</span>
              </button>
            </Dropdown>
          ) : null}
        </div>
      ))}
    </div>
  );
};
