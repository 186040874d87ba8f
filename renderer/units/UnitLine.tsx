/** One unit in the tree: its name and kind, and what can be done with it, by pointer and by keys. */
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DownOutlined,
  HolderOutlined,
  MoreOutlined,
  RightOutlined,
} from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { KeyboardEvent } from "react";
import { useWords } from "../i18n.ts";
import type { TreeLine } from "./tree.ts";
import type { UnitTaskOrVillages } from "./UnitDialog.tsx";

interface UnitLineProps {
  readonly line: TreeLine;
  /** Found by search: no tree, no order. */
  readonly flat: boolean;
  readonly folded: boolean;
  readonly sameName: string | undefined;
  readonly onFold: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onDrag: () => void;
  readonly onDrop: () => void;
  readonly onTask: (task: UnitTaskOrVillages) => void;
  readonly onPart: () => void;
}

const indent = 22;

/** Villages stand under towns, and under zones that are run like one. */
const hasVillages = ({ tier, kind, withdrawn }: TreeLine["unit"]): boolean =>
  !withdrawn && kind !== "village" && (tier === "town" || kind === "zone");

export const UnitLine = (props: UnitLineProps) => {
  const { t } = useWords();
  const { line, flat, folded, sameName, onTask } = props;
  const { unit } = line;
  const place = line.siblings.indexOf(unit.code);
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || flat) return;
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (step === undefined) return;
    event.preventDefault();
    props.onMove(step);
  };
  return (
    <li
      className={unit.withdrawn ? "unit-line undone" : "unit-line"}
      style={{ paddingLeft: flat ? 0 : line.depth * indent }}
      draggable={!flat && line.siblings.length > 1}
      onDragStart={props.onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
      onKeyDown={onKey}
    >
      <HolderOutlined
        className={flat || line.siblings.length < 2 ? "unseen" : "quiet unit-holder"}
        aria-hidden="true"
        title={t("units.drag", { name: unit.name })}
      />
      {line.hasChildren && !flat ? (
        <Button
          size="small"
          type="text"
          aria-expanded={!folded}
          aria-label={`${t("units.children")}: ${unit.name}`}
          icon={folded ? <RightOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
          onClick={props.onFold}
        />
      ) : (
        <span className="unit-unfoldable" />
      )}
      <span className="unit-name">{unit.name}</span>
      <span className="quiet unit-aliases">
        {sameName === undefined ? unit.aliases.join("、") : t("units.sameAs", { name: sameName })}
        {unit.withdrawn ? ` ${t("units.withdrawn")}` : ""}
      </span>
      <span className="quiet unit-kind">{t(`units.kind.${unit.kind}`)}</span>
      <span className="quiet figure unit-code">{unit.code}</span>
      <span className="unit-buttons">
        <Button
          size="small"
          type="text"
          disabled={flat || place <= 0}
          icon={<ArrowUpOutlined aria-hidden="true" />}
          aria-label={`${t("units.moveUp")}: ${unit.name}`}
          title={`${t("units.moveUp")} (Alt+↑)`}
          onClick={() => props.onMove(-1)}
        />
        <Button
          size="small"
          type="text"
          disabled={flat || place === line.siblings.length - 1}
          icon={<ArrowDownOutlined aria-hidden="true" />}
          aria-label={`${t("units.moveDown")}: ${unit.name}`}
          title={`${t("units.moveDown")} (Alt+↓)`}
          onClick={() => props.onMove(1)}
        />
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "edit", label: t("units.edit"), onClick: () => onTask({ kind: "edit", unit }) },
              { key: "add", label: t("units.add"), onClick: () => onTask({ kind: "add", under: unit.code }) },
              ...(hasVillages(unit)
                ? [
                    {
                      key: "villages",
                      label: t("units.villages.act"),
                      onClick: () => onTask({ kind: "villages", unit }),
                    },
                  ]
                : []),
              sameName === undefined
                ? { key: "same", label: t("units.same"), onClick: () => onTask({ kind: "same", unit }) }
                : { key: "part", label: t("units.part"), onClick: props.onPart },
              {
                key: "withdraw",
                label: t("units.withdraw"),
                danger: true,
                disabled: unit.withdrawn,
                onClick: () => onTask({ kind: "withdraw", unit }),
              },
            ],
          }}
        >
          <Button
            size="small"
            type="text"
            icon={<MoreOutlined aria-hidden="true" />}
            aria-label={`${t("app.action.more")}: ${unit.name}`}
          />
        </Dropdown>
      </span>
    </li>
  );
};
