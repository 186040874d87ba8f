/** Left: where one can go, in the order of the day's work; only what exists. */
import {
  AuditOutlined,
  HomeOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  ProfileOutlined,
  SettingOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { useWords } from "../i18n.ts";
import { readBoolean, usePreference } from "../preferences.ts";
import { navItems } from "./pages.tsx";
import type { NavKey } from "./pages.tsx";

const icons: Readonly<Record<NavKey, ReactNode>> = {
  workbench: <HomeOutlined aria-hidden="true" />,
  tasks: <ProfileOutlined aria-hidden="true" />,
  issues: <AuditOutlined aria-hidden="true" />,
  settings: <SettingOutlined aria-hidden="true" />,
};

export const Nav = ({ here }: { readonly here: NavKey }) => {
  const { t } = useWords();
  const [folded, setFolded] = usePreference("nav.folded", readBoolean, false);
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
            aria-label={folded ? t(`app.nav.${key}`) : undefined}
            title={folded ? t(`app.nav.${key}`) : undefined}
          >
            {icons[key]}
            {folded ? null : <span>{t(`app.nav.${key}`)}</span>}
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
