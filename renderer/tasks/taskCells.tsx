/** How the fields of a task look in the list, where their kind's usual look will not do. */
import { BranchesOutlined } from "@ant-design/icons";
import { useMemo } from "react";
import type { TaskRow } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import { Light, Why } from "../ui/light/Light.tsx";
import { Marks } from "../ui/marks/Marks.tsx";
import { Percent } from "./Percent.tsx";

/** 3/8: how many of its parts are done; nothing where it has none. */
const partsText = ({ parts }: TaskRow): string => (parts.count === 0 ? "" : `${parts.done}/${parts.count}`);

/** A part of another task says so by a small sign before its title. */
const PartSign = () => {
  const { t } = useWords();
  const text = t("tasks.parting.isPart");
  return (
    <span className="task-part-sign" role="img" aria-label={text} title={text}>
      <BranchesOutlined aria-hidden="true" />
    </span>
  );
};

const Parts = ({ row }: { readonly row: TaskRow }) => {
  const { t } = useWords();
  const text = partsText(row);
  if (text === "") return null;
  const { differ } = row.parts;
  const differs = t("tasks.parts.differ", { count: differ });
  return (
    <span className={differ === 0 ? "figure" : "figure amber-line"} title={differ === 0 ? undefined : differs}>
      {text}
      {differ === 0 ? null : <span className="unseen-words">{differs}</span>}
    </span>
  );
};

/** A withdrawn task stays in the list, struck out and without a light. Made once, so that rows are drawn again only when they changed. */
export const useTaskCells = (why: (id: string) => Promise<string>) => {
  const { t } = useWords();
  return useMemo(() => {
    const extensionText = (row: TaskRow): string => (row.extensionAsked ? t("tasks.extension.asked") : "");
    return {
      texts: { parts: partsText, extension: extensionText },
      cells: {
        light: (row: TaskRow) =>
          row.withdrawn ? null : (
            <Why why={() => why(row.id)}>
              <Light capability="tasks" value={row.light} />
            </Why>
          ),
        title: (row: TaskRow) => (
          <>
            <Marks capability="tasks" marks={row.marks} bare />
            {row.parent === null ? null : <PartSign />}
            {row.withdrawn ? <del className="quiet">{row.title}</del> : row.title}
          </>
        ),
        marks: (row: TaskRow) => <Marks capability="tasks" marks={row.marks} />,
        percent: (row: TaskRow) => <Percent value={row.percent} />,
        parts: (row: TaskRow) => <Parts row={row} />,
        extension: (row: TaskRow) =>
          row.extensionAsked ? <span className="amber-line">{extensionText(row)}</span> : null,
      },
    };
  }, [t, why]);
};
