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

interface MarksProps {
  readonly capability: "tasks" | "issues" | "urgings";
  readonly marks: readonly Mark[];
  /** Beside a title there is room for the signs alone; each has its word for who rests on it or listens. */
  readonly bare?: boolean;
}

export const Marks = ({ capability, marks, bare = false }: MarksProps) => {
  const word = useLooseWord();
  if (marks.length === 0) return null;
  return (
    <span className={bare ? "marks is-bare" : "marks"}>
      {marks.map((mark) => {
        const text = word(`${capability}.marks.${mark}`);
        return (
          <span key={mark} className={`mark mark-${mark}`} title={text} role="img" aria-label={text}>
            {signs[mark]}
            {bare ? null : <span aria-hidden="true">{text}</span>}
          </span>
        );
      })}
    </span>
  );
};
