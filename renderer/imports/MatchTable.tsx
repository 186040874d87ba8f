/** The table in which what a list says is matched with what is known here: the text, how often, what it is taken for. */
import type { ReactNode } from "react";
import { useWords } from "../i18n.ts";

interface Props {
  /** Heads of the first column and of the last two. */
  readonly text: string;
  readonly taken: string;
  readonly children: ReactNode;
}

export const MatchTable = ({ text, taken, children }: Props) => {
  const { t } = useWords();
  return (
    <table className="import-table">
      <colgroup>
        <col />
        <col style={{ width: 52 }} />
        <col style={{ width: 76 }} />
        <col style={{ width: 196 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{text}</th>
          <th scope="col" className="is-number">
            {t("imports.match.unitCount")}
          </th>
          <th scope="col" colSpan={2}>
            {taken}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
};
