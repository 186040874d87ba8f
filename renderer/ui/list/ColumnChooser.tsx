/** Which columns stand in the list and in which order; the Excel export and the print follow it. */
import { HolderOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover, Segmented } from "antd";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { Field } from "#shared/list/query.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import type { Columns } from "./columns.ts";

interface ColumnChooserProps {
  readonly capability: string;
  readonly fields: readonly Field[];
  readonly columns: Columns;
}

const moved = (keys: readonly string[], key: string, to: number): readonly string[] => {
  const others = keys.filter((other) => other !== key);
  return [...others.slice(0, to), key, ...others.slice(to)];
};

const Chooser = ({ capability, fields, columns }: ColumnChooserProps) => {
  const { t } = useWords();
  const word = useLooseWord();
  const [dragged, setDragged] = useState<string>();
  const { keys, choose } = columns;
  const hidden = fields.filter((field) => !keys.includes(field.key)).map((field) => field.key);
  const onKey = (key: string) => (event: KeyboardEvent) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    choose(moved(keys, key, Math.max(0, keys.indexOf(key) + step)));
  };
  const toggle = (key: string): void => {
    if (keys.includes(key)) {
      if (keys.length > 1) choose(keys.filter((other) => other !== key));
    } else choose([...keys, key]);
  };
  return (
    <div className="column-chooser" role="dialog" aria-label={t("app.list.columns")}>
      <div className="quiet">{t("app.list.columnsHint")}</div>
      <div className="column-list">
        {[...keys, ...hidden].map((key) => (
          <div
            key={key}
            className="column-line"
            draggable={keys.includes(key)}
            onDragStart={() => setDragged(key)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== undefined && keys.includes(key)) choose(moved(keys, dragged, keys.indexOf(key)));
            }}
            onKeyDown={onKey(key)}
          >
            <HolderOutlined className={keys.includes(key) ? "quiet" : "unseen"} aria-hidden="true" />
            <Checkbox checked={keys.includes(key)} onChange={() => toggle(key)}>
              {word(`${capability}.fields.${key}`)}
            </Checkbox>
          </div>
        ))}
      </div>
      <Segmented
        block
        size="small"
        aria-label={t("app.list.rowHeight")}
        value={columns.compact ? "compact" : "comfortable"}
        options={[
          { value: "comfortable", label: t("app.list.comfortable") },
          { value: "compact", label: t("app.list.compact") },
        ]}
        onChange={(value) => columns.setCompact(value === "compact")}
      />
      <Button size="small" type="link" onClick={columns.usual}>
        {t("app.list.columnsReset")}
      </Button>
    </div>
  );
};

export const ColumnChooser = (props: ColumnChooserProps) => {
  const { t } = useWords();
  return (
    <Popover trigger="click" placement="bottomRight" content={<Chooser {...props} />} destroyOnHidden>
      <Button size="small" icon={<SettingOutlined aria-hidden="true" />}>
        {t("app.list.columns")}
      </Button>
    </Popover>
  );
};
