/** One line of the board: the head of a group, or a task with its bar. Drawn again only when what it shows changed. */
import { memo } from "react";
import type { CSSProperties } from "react";
import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import type { Days } from "#shared/board/drag.ts";
import { spanInYear } from "#shared/board/span.ts";
import { placeAfterDay } from "#shared/board/ten-days.ts";
import type { BoardGrouping, BoardRow } from "#shared/board/view.ts";
import type { TFunction } from "i18next";
import { useWords } from "../i18n.ts";
import { numberText } from "../ui/dates.ts";
import { Light } from "../ui/light/Light.tsx";
import { barPlaceOf } from "./geometry.ts";
import type { BoardLine } from "./lines.ts";
import "./bars.css";

/** Asked for once for all lines: a hook for words in each of them would be most of what scrolling costs. */
export interface LineWords {
  readonly t: TFunction;
  readonly word: (key: string) => string;
  readonly day: (iso: string) => string;
}

interface LineProps {
  readonly words: LineWords;
  readonly line: BoardLine;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly year: number;
  readonly group: BoardGrouping;
  /** What it is being dragged to. */
  readonly moved: Days | undefined;
}

export const lineId = (index: number): string => `board-line-${index}`;

const GroupLine = ({
  line,
  group,
}: {
  readonly line: BoardLine & { kind: "group" };
  readonly group: BoardGrouping;
}) => {
  const { t, language } = useWords();
  const none = group === "unit" ? t("board.noGroup.unit") : t("board.noGroup.section");
  return (
    <div className="board-group" role="gridcell" aria-colspan={6}>
      {line.open ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
      <strong>{line.name === "" ? none : line.name}</strong>
      <span className="quiet figure">{numberText(line.count, language)}</span>
      {line.overdue === 0 ? null : (
        <span className="board-group-late">
          <Light capability="tasks" value="overdue" />
          <span className="figure">{numberText(line.overdue, language)}</span>
        </span>
      )}
    </div>
  );
};

/** Why no bar stands there. */
const noBar = ({ period }: BoardRow, t: TFunction): string => {
  if (period.text === "") return t("board.none.blank");
  const why =
    period.kind === "unknown"
      ? t("board.none.undated")
      : period.kind === "immediate" || period.kind === "workdays"
        ? t("board.none.received")
        : t("board.none.elsewhere");
  return t("board.none.because", { period: period.text, why });
};

interface TaskProps {
  readonly row: BoardRow;
  readonly year: number;
  readonly moved: Days | undefined;
  readonly words: LineWords;
}

const Track = ({ row, year, moved, words: { t, day } }: TaskProps) => {
  const span =
    moved === undefined
      ? row
      : spanInYear({ ...row.period, start: moved.start ?? undefined, due: moved.due, kind: "range" }, year);
  const place = barPlaceOf(span);
  const fixed = row.fixed === null ? t("board.hint") : t(`board.fixed.${row.fixed}`);
  if (place !== null) {
    const classes = ["bar", `bar-${place.shape}`, `bar-${row.state}`];
    if (place.before) classes.push("goes-before");
    if (place.after) classes.push("goes-after");
    if (row.fixed !== null) classes.push("is-fixed");
    if (moved !== undefined) classes.push("is-moved");
    const done = `${row.percent ?? 0}%`;
    const goesOn = span.lasting && span.to !== null;
    return (
      <>
        {goesOn ? <div className="bar-on" style={{ "--left": place.left + place.width } as CSSProperties} /> : null}
        <div
          className={classes.join(" ")}
          style={{ "--left": place.left, "--width": place.width, "--done": done } as CSSProperties}
          data-bar={row.id}
          title={`${row.period.text}\n${fixed}`}
        />
      </>
    );
  }
  if (span.dues.length > 0) {
    const dates = span.dues.map(day).join("、");
    return (
      <div
        className={row.state === "done" ? "bar-dues is-over" : "bar-dues"}
        data-bar={row.id}
        title={`${row.period.text}\n${t("board.dues", { dates })}\n${fixed}`}
      >
        {span.dues.map((due) => (
          <i key={due} style={{ "--left": placeAfterDay(due) } as CSSProperties} />
        ))}
      </div>
    );
  }
  return (
    <span className="quiet no-bar" title={fixed}>
      {noBar(row, t)}
    </span>
  );
};

const indent = (depth: number) => (depth === 0 ? {} : { paddingInlineStart: 8 + depth * 14 });

const TaskLine = ({ row, year, moved, words }: TaskProps) => {
  const withdrawn = row.state === "withdrawn";
  const unit = row.lead[0] ?? row.responsible[0] ?? "";
  return (
    <>
      <div className="board-frozen">
        <span className="board-no figure" role="gridcell">
          {row.no}
        </span>
        <span className="board-title" role="gridcell" style={indent(row.depth)} title={row.title}>
          {row.depth > 0 ? <span aria-hidden="true">└ </span> : null}
          {withdrawn ? <del className="quiet">{row.title}</del> : row.title}
        </span>
        <span className="board-unit" role="gridcell" title={[...row.lead, ...row.responsible].join("、")}>
          {unit}
        </span>
        <span className="board-state" role="gridcell">
          {words.word(`tasks.state.${row.state}`)}
        </span>
        <span className="board-light" role="gridcell">
          {withdrawn ? null : <Light capability="tasks" value={row.light} />}
        </span>
      </div>
      <div className="board-track" role="gridcell" aria-label={row.period.text}>
        <Track row={row} year={year} moved={moved} words={words} />
      </div>
    </>
  );
};

export const Line = memo(({ line, index, top, active, open, year, group, moved, words }: LineProps) => {
  const classes = ["board-line", `is-${line.kind}`];
  if (active) classes.push("here");
  if (open) classes.push("open");
  return (
    <div
      id={lineId(index)}
      className={classes.join(" ")}
      style={{ transform: `translateY(${top}px)` }}
      role="row"
      aria-rowindex={index + 2}
      aria-level={line.kind === "group" ? 1 : 2 + line.row.depth}
      aria-expanded={line.kind === "group" ? line.open : undefined}
      aria-selected={active}
      data-index={index}
    >
      {line.kind === "group" ? (
        <GroupLine line={line} group={group} />
      ) : (
        <TaskLine row={line.row} year={year} moved={moved} words={words} />
      )}
    </div>
  );
});
Line.displayName = "BoardLine";
