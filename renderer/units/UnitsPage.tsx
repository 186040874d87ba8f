/** Units in official order: zones and departments added, the order changed, aliases noted, doubles joined and parted. */
import { PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { client, useStatus } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitSearch } from "./match.ts";
import { useUnits } from "./names.ts";
import { foldedBeside, movedTo, treeLines } from "./tree.ts";
import type { TreeLine } from "./tree.ts";
import { UnitDialog } from "./UnitDialog.tsx";
import type { UnitTaskOrVillages } from "./UnitDialog.tsx";
import { UnitLine } from "./UnitLine.tsx";
import { VillagesDialog } from "./VillagesDialog.tsx";

const most = 500;

export const UnitsPage = () => {
  const { t } = useWords();
  const act = useAct();
  const units = useUnits();
  const search = useUnitSearch();
  const office = useStatus().data?.office;
  const [q, setQ] = useState("");
  const [chosenFolds, setFolded] = useState<ReadonlySet<string>>();
  const [task, setTask] = useState<UnitTaskOrVillages>();
  const [dragged, setDragged] = useState<TreeLine>();
  const folded = chosenFolds ?? foldedBeside(units, office?.unit);
  const lines = treeLines(units, folded);
  const found = q.trim() === "" ? undefined : new Set(search(q, most).map(({ code }) => code));
  const shown = found === undefined ? lines : treeLines(units, new Set()).filter(({ unit }) => found.has(unit.code));
  const nameOf = new Map(units.map(({ code, name }) => [code, name]));

  const place = (line: TreeLine, to: number): void => {
    const codes = movedTo(line.siblings, line.unit.code, to);
    if (codes !== line.siblings) void act(() => client.units.order({ codes: [...codes] }), t("units.ordered"));
  };
  const fold = (code: string): void => {
    const next = new Set(folded);
    if (!next.delete(code)) next.add(code);
    setFolded(next);
  };
  const part = (code: string): void => {
    void act(() => client.units.same({ code, same: null }), t("units.parted"));
  };
  return (
    <>
      <h2>{t("units.name")}</h2>
      <p className="quiet">{t("units.intro")}</p>
      <div className="units-tools">
        <Input.Search
          allowClear
          className="units-search"
          placeholder={t("units.search")}
          aria-label={t("units.search")}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={office === undefined || office === null}
          onClick={() => setTask({ kind: "add", under: office?.unit ?? "" })}
        >
          {t("units.add")}
        </Button>
        <span className="quiet">{t("units.orderHint")}</span>
      </div>
      <ul className="unit-lines" aria-label={t("units.name")}>
        {shown.map((line) => (
          <UnitLine
            key={line.unit.code}
            line={line}
            flat={found !== undefined}
            folded={folded.has(line.unit.code)}
            sameName={line.unit.sameAs === null ? undefined : (nameOf.get(line.unit.sameAs) ?? line.unit.sameAs)}
            onFold={() => fold(line.unit.code)}
            onMove={(step) => place(line, line.siblings.indexOf(line.unit.code) + step)}
            onDrag={() => setDragged(line)}
            onDrop={() => {
              if (dragged !== undefined && line.siblings.includes(dragged.unit.code))
                place(dragged, line.siblings.indexOf(line.unit.code));
            }}
            onTask={setTask}
            onPart={() => part(line.unit.code)}
          />
        ))}
      </ul>
      {shown.length === 0 ? <p className="quiet">{q === "" ? t("units.empty") : t("units.none", { q })}</p> : null}
      {task?.kind === "villages" ? <VillagesDialog town={task.unit} onClose={() => setTask(undefined)} /> : null}
      {task === undefined || task.kind === "villages" ? null : (
        <UnitDialog key={JSON.stringify(task)} task={task} onClose={() => setTask(undefined)} />
      )}
    </>
  );
};
