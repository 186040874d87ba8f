/** Above the list, in one line: search as one types, the filters, the capability's buttons and the frame's own. */
import { ExportOutlined, MoreOutlined, PrinterOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input } from "antd";
import type { InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { useWords } from "../../i18n.ts";
import { menuItems } from "./menu-items.ts";
import type { ListAction } from "./types.ts";
import { useFitting } from "./useFitting.ts";

/** Long enough to gather a burst of keys, short enough to feel immediate. */
const searchPause = 120;

interface SearchProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
  readonly input: RefObject<InputRef | null>;
  readonly onLeave: () => void;
}

export const Search = ({ q, onSearch, input, onLeave }: SearchProps) => {
  const { t } = useWords();
  const [typed, setTyped] = useState(q);
  const composing = useRef(false);
  const asked = useRef(q);
  useEffect(() => {
    if (q !== asked.current) setTyped(q);
    asked.current = q;
  }, [q]);
  useEffect(() => {
    if (typed === asked.current || composing.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed;
      onSearch(typed);
    }, searchPause);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <Input
      ref={input}
      className="list-search"
      size="small"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      placeholder={t("app.list.search")}
      aria-label={t("app.list.searchLabel")}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && typed !== "") {
          event.stopPropagation();
          setTyped("");
        } else if (event.key === "Escape" || event.key === "ArrowDown" || event.key === "Enter") {
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }
      }}
    />
  );
};

export const ActionButtons = ({ actions }: { readonly actions: readonly ListAction[] }) =>
  actions.map(({ key, label, run, icon, primary, danger, disabled }) => (
    <Button
      key={key}
      data-action={key}
      size="small"
      type={primary === true ? "primary" : "default"}
      danger={danger}
      disabled={disabled}
      icon={icon}
      onClick={run}
    >
      {label}
    </Button>
  ));

interface ToolbarProps {
  readonly lead?: ReactNode;
  readonly search: ReactNode;
  readonly filters: ReactNode;
  readonly columns: ReactNode;
  readonly actions: readonly ListAction[];
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

export const Toolbar = (props: ToolbarProps) => {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const own: readonly ListAction[] = [
    {
      key: "frame-export",
      label: t("app.list.export"),
      icon: <ExportOutlined aria-hidden="true" />,
      run: props.onExport,
    },
    {
      key: "frame-print",
      label: t("app.list.print"),
      icon: <PrinterOutlined aria-hidden="true" />,
      run: props.onPrint,
    },
  ];
  // The capability's give way first.
  const all = [...own, ...props.actions];
  const inBar = useFitting(bar, all);
  const [exporting, printing] = own.map(({ key }) => inBar.has(key));
  const others = [...props.actions, ...own].filter(({ key }) => !inBar.has(key));
  return (
    <div className="toolbar" ref={bar}>
      {props.lead}
      {props.search}
      {props.filters}
      <span className="toolbar-gap" />
      <ActionButtons actions={props.actions.filter(({ key }) => inBar.has(key))} />
      {props.columns}
      {exporting === true ? <ActionButtons actions={own.slice(0, 1)} /> : null}
      {printing === true ? (
        <Button
          data-action="frame-print"
          size="small"
          icon={<PrinterOutlined aria-hidden="true" />}
          aria-label={t("app.list.print")}
          title={t("app.list.print")}
          onClick={props.onPrint}
        />
      ) : null}
      {others.length === 0 ? null : (
        <Dropdown trigger={["click"]} autoFocus menu={{ items: menuItems(others) }}>
          <Button
            data-action-menu=""
            size="small"
            icon={<MoreOutlined aria-hidden="true" />}
            aria-label={t("app.action.more")}
            title={t("app.action.more")}
            aria-haspopup="menu"
          />
        </Dropdown>
      )}
    </div>
  );
};
