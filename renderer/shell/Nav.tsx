/** Left: where one can go, in the order of the day's work; only what exists. */
import {
  AuditOutlined,
  HomeOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  ProfileOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { useWords } from "../i18n.ts";
import { useWaitingCount } from "../exchange/me.ts";
import { readBoolean, usePreference } from "../preferences.ts";
import { navItems } from "./pages.tsx";
import type { NavKey } from "./pages.tsx";

const icons: Readonly<Record<NavKey, ReactNode>> = {
  workbench: <HomeOutlined aria-hidden="true" />,
  tasks: <ProfileOutlined aria-hidden="true" />,
  dispatch: <TeamOutlined aria-hidden="true" />,
  issues: <AuditOutlined aria-hidden="true" />,
  exchange: <SwapOutlined aria-hidden="true" />,
  settings: <SettingOutlined aria-hidden="true" />,
};

export const Nav = ({ here }: { readonly here: NavKey }) => {
  const { t } = useWords();
  const [folded, setFolded] = usePreference("nav.folded", readBoolean, false);
  const waiting = useWaitingCount();
  const badged = (key: NavKey): boolean => key === "exchange" && waiting > 0;
  const nameOf = (key: NavKey): string =>
    badged(key) ? t("exchange.head.badge", { name: t(`app.nav.${key}`), count: waiting }) : t(`app.nav.${key}`);
  const foldLabel = folded ? t("app.nav.expand") : t("app.nav.collapse");
  return (
    <nav className={folded ? "nav nav-folded" : "nav"} aria-label={t("app.nav.label")}>
      <div className="nav-items">
        {navItems.map(({ key, path }) => (
          <a
            key={key}
            href={`#${path}`}
            className="nav-item"
            aria-current={key === here ? "page" : undefined}
            aria-label={folded ? nameOf(key) : undefined}
            title={folded ? nameOf(key) : undefined}
          >
            {icons[key]}
            {folded ? null : <span>{t(`app.nav.${key}`)}</span>}
            {badged(key) ? (
              <span className="nav-badge figure">
                <span className="unseen-words">{t("exchange.head.badgeWord")}</span>
                {waiting > 99 ? "99+" : waiting}
              </span>
            ) : null}
          </a>
        ))}
      </div>
      <button
        type="button"
        className="nav-item nav-fold"
        aria-label={foldLabel}
        title={foldLabel}
        onClick={() => setFolded(!folded)}
      >
        {folded ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />}
        {folded ? null : <span>{foldLabel}</span>}
      </button>
    </nav>
  );
};
