/** Every column of the file: its head, what stands in it, and what it is taken to mean; any of it can be put right. */
import { Select } from "antd";
import type { Stage } from "#shared/imports/view.ts";
import { columnLetters } from "#shared/sheets/columns.ts";
import { useWords } from "../i18n.ts";
import { setMeaning } from "./actions.ts";
import { useMeaningWord } from "./meanings.ts";

interface Props {
  readonly stage: Stage;
  readonly busy: boolean;
}

export const ColumnsTable = ({ stage, busy }: Props) => {
  const { t } = useWords();
  const meaningWord = useMeaningWord(stage.capability);
  const offered = new Set([...stage.meanings, ...stage.columns.map(({ meaning }) => meaning)]);
  const options = [...offered].map((meaning) => ({ value: meaning, label: meaningWord(meaning) }));
  return (
    <table className="import-table">
      <colgroup>
        <col style={{ width: 44 }} />
        <col style={{ width: "24%" }} />
        <col />
        <col style={{ width: 176 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t("imports.match.column")}</th>
          <th scope="col">{t("imports.match.name")}</th>
          <th scope="col">{t("imports.match.samples")}</th>
          <th scope="col">{t("imports.match.meaning")}</th>
        </tr>
      </thead>
      <tbody>
        {stage.columns.map((column) => (
          <tr key={column.index}>
            <td className="quiet">{columnLetters(column.index)}</td>
            <td>{column.name}</td>
            <td className="quiet">
              <span className="import-samples">{column.samples.filter((sample) => sample !== "").join(" · ")}</span>
            </td>
            <td>
              <Select
                size="small"
                value={column.meaning}
                options={options}
                disabled={busy}
                className={column.meaning === "extra" ? "import-meaning is-extra" : "import-meaning"}
                popupMatchSelectWidth={false}
                aria-label={`${t("imports.match.meaning")}: ${column.name}`}
                onChange={(meaning) => void setMeaning(stage.capability, column.index, meaning)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
