/** Find anything (Ctrl+K): records by their words, pinyin or initials, pages, and what can be done. */
import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { navigate } from "wouter/use-hash-location";
import { matchTyped } from "#shared/pinyin/match.ts";
import { keepPreviousData, query } from "../client.ts";
import { boardPlace } from "../board/ViewSwitch.tsx";
import { openDialog } from "../exchange/dialogs.ts";
import { exchangeParts, exchangePlace } from "../exchange/places.ts";
import { useWords } from "../i18n.ts";
import { useStore } from "../ui/store.ts";
import { navItems } from "./pages.tsx";
import { openKeys } from "./keys.ts";
import { closePalette, openPalette, paletteOpen } from "./palette.ts";

interface Hit {
  readonly key: string;
  readonly group: string;
  readonly text: string;
  readonly more?: string;
  readonly path?: string;
  readonly run?: () => void;
}

const mostRecords = 6;

const useHits = (q: string): readonly Hit[] => {
  const { t } = useWords();
  const typed = q.trim();
  const input = { q: typed, limit: mostRecords };
  const records = { enabled: typed !== "", placeholderData: keepPreviousData };
  const tasks = useQuery(query.tasks.list.queryOptions({ input, ...records }));
  const issues = useQuery(query.issues.list.queryOptions({ input, ...records }));
  const places: readonly Hit[] = [
    ...navItems.map(({ key, path }) => ({ key, group: t("app.palette.pages"), text: t(`app.nav.${key}`), path })),
    { key: "board", group: t("app.palette.pages"), text: t("board.name"), path: boardPlace },
    { key: "urgings", group: t("app.palette.pages"), text: t("urgings.name"), path: "/urgings" },
    { key: "campaigns", group: t("app.palette.pages"), text: t("campaigns.title"), path: "/campaigns" },
    { key: "units", group: t("app.palette.pages"), text: t("units.name"), path: "/settings/units" },
    ...exchangeParts.map((part) => ({
      key: `exchange ${part}`,
      group: t("app.palette.pages"),
      text: t(`exchange.parts.${part}`),
      path: exchangePlace(part),
    })),
    { key: "new-issue", group: t("app.palette.commands"), text: t("app.palette.newIssue"), path: "/issues/new" },
    { key: "new-task", group: t("app.palette.commands"), text: t("app.palette.newTask"), path: "/tasks/new" },
    {
      key: "import-tasks",
      group: t("app.palette.commands"),
      text: t("app.palette.importTasks"),
      path: "/tasks/import",
    },
    {
      key: "import-issues",
      group: t("app.palette.commands"),
      text: t("app.palette.importIssues"),
      path: "/issues/import",
    },
    {
      key: "write-all",
      group: t("app.palette.commands"),
      text: t("exchange.outbox.all"),
      path: exchangePlace("outbox"),
    },
    { key: "take", group: t("app.palette.commands"), text: t("app.palette.takeIn"), path: exchangePlace("inbox") },
    {
      key: "enrol",
      group: t("app.palette.commands"),
      text: t("exchange.offices.enrol"),
      run: () => openDialog({ kind: "enrol" }),
    },
    {
      key: "trust",
      group: t("app.palette.commands"),
      text: t("exchange.offices.trust"),
      run: () => openDialog({ kind: "trust" }),
    },
    {
      key: "welcome",
      group: t("app.palette.commands"),
      text: t("exchange.offices.welcome"),
      run: () => openDialog({ kind: "welcome" }),
    },
    { key: "keys", group: t("app.palette.commands"), text: t("app.keys.title"), run: openKeys },
    { key: "backup", group: t("app.palette.commands"), text: t("app.palette.backup"), path: "/settings/data" },
  ];
  if (typed === "") return places;
  const recordHits = (
    group: string,
    capability: string,
    rows: readonly { id: string; no: string; title: string }[] | undefined,
  ) =>
    (rows ?? []).map(({ id, no, title }) => ({
      key: `${capability} ${id}`,
      group,
      text: title,
      more: no,
      path: `/${capability}/${encodeURIComponent(id)}`,
    }));
  return [
    ...recordHits(t("app.palette.tasks"), "tasks", tasks.data?.rows),
    ...recordHits(t("app.palette.issues"), "issues", issues.data?.rows),
    ...places.filter(({ text }) => matchTyped(text, typed) !== undefined),
  ];
};

const Finder = () => {
  const { t } = useWords();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const hits = useHits(q);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = Math.min(at, Math.max(0, hits.length - 1));
  const go = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    closePalette();
    hit.run?.();
    if (hit.path !== undefined) navigate(hit.path);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = (chosen + step + hits.length) % Math.max(1, hits.length);
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(hits[chosen]);
    }
  };
  return (
    <div className="palette">
      <div className="palette-input">
        <SearchOutlined aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={t("app.palette.title")}
          placeholder={t("app.palette.placeholder")}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette is opened to type into it
          autoFocus
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div className="palette-hits" role="listbox" id={id} aria-label={t("app.palette.title")} ref={list}>
        {hits.map((hit, index) => (
          <div
            key={hit.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="palette-hit"
            onMouseMove={() => setAt(index)}
            onClick={() => go(hit)}
          >
            <span className="quiet palette-group">{hit.group === hits[index - 1]?.group ? "" : hit.group}</span>
            <span className="palette-text">{hit.text}</span>
            <span className="quiet figure">{hit.more ?? ""}</span>
          </div>
        ))}
      </div>
      {hits.length === 0 ? <p className="quiet palette-none">{t("app.palette.none", { q })}</p> : null}
      <div className="quiet palette-hint">{t("app.palette.hint")}</div>
    </div>
  );
};

export const Palette = () => {
  const { t } = useWords();
  const open = useStore(paletteOpen);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      openPalette();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <Modal
      open={open}
      footer={null}
      closable={false}
      destroyOnHidden
      width={640}
      style={{ top: 72 }}
      title={<span className="unseen-words">{t("app.palette.title")}</span>}
      onCancel={closePalette}
    >
      <Finder />
    </Modal>
  );
};
