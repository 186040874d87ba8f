/** What a row says of a record that other offices have a hand in: a small sign each, with its word. */
import { AuditOutlined, BankOutlined, FolderOutlined, WarningOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Mark } from "#shared/exchange/marks.ts";
import { useLooseWord } from "../../i18n.ts";
import "./marks.css";

const signs: Readonly<Record<Mark, ReactNode>> = {
  conflict: <WarningOutlined aria-hidden="true" />,
  proposal: <AuditOutlined aria-hidden="true" />,
  foreign: <BankOutlined aria-hidden="true" />,
  archived: <FolderOutlined aria-hidden="true" />,
};

/** Most rows of a town come from above: their sign is enough, and has its word for who rests on it or listens. */
const isQuiet = (mark: Mark): boolean => mark === "foreign";

interface MarksProps {
  readonly capability: "tasks" | "issues";
  readonly marks: readonly Mark[];
}

export const Marks = ({ capability, marks }: MarksProps) => {
  const word = useLooseWord();
  if (marks.length === 0) return null;
  return (
    <span className="marks">
      {marks.map((mark) => {
        const text = word(`${capability}.marks.${mark}`);
        return (
          <span key={mark} className={`mark mark-${mark}`} title={text} role="img" aria-label={text}>
            {signs[mark]}
            {isQuiet(mark) ? null : <span aria-hidden="true">{text}</span>}
          </span>
        );
      })}
    </span>
  );
};
