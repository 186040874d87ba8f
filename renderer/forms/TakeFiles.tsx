/** The files that came back: each with its verdict in a word, what it would change, and whether it is taken in. */
import { Checkbox } from "antd";
import type { FormStage } from "#shared/forms/view.ts";
import { useWords } from "../i18n.ts";
import { changeTaking, chooseRow } from "./state.ts";

type File = FormStage["files"][number];
const counted = ["change", "invalid", "tampered", "added", "missing"] as const;

const Counts = ({ counts }: File) => {
  const { t } = useWords();
  const isSame = counted.every((kind) => counts[kind] === 0);
  return (
    <span className="forms-counts">
      {isSame ? <span className="quiet">{t("forms.rowVerdict.same")}</span> : null}
      {counted
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <span key={kind} className={kind === "change" ? undefined : "forms-bad"}>
            {t(`forms.counts.${kind}`, { count: counts[kind] })}
          </span>
        ))}
    </span>
  );
};

const signs = { ready: "●", "nothing-new": "○", refused: "✕" } as const;

export const TakeFiles = ({ files, shown }: { readonly files: readonly File[]; readonly shown: number }) => {
  const { t } = useWords();
  return (
    <ul className="forms-files" aria-label={t("forms.take.file")}>
      {files.map((each) => (
        <li key={each.file} className={each.file === shown ? "is-shown" : undefined}>
          <Checkbox
            aria-label={`${t("forms.take.fileTake")} ${each.name}`}
            checked={each.take}
            disabled={each.verdict !== "ready"}
            onChange={({ target }) => void chooseRow(each.file, null, target.checked)}
          />
          <button type="button" aria-current={each.file === shown} onClick={() => changeTaking({ file: each.file })}>
            <span className="forms-file-unit">{each.unitName === "" ? each.name : each.unitName}</span>
            <span className={`forms-verdict forms-${each.verdict}`}>
              <span aria-hidden>{signs[each.verdict]} </span>
              {t(`forms.verdict.${each.verdict}`)}
            </span>
            {each.unitName === "" ? null : <span className="forms-file-name quiet">{each.name}</span>}
            {each.verdict === "ready" ? <Counts {...each} /> : null}
          </button>
        </li>
      ))}
    </ul>
  );
};
