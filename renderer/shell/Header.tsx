/** Top: where I am, find anything, whose office this is, what is being done, language and theme. */
import { BulbOutlined, GlobalOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tag } from "antd";
import type { Status } from "#shared/contract/system.ts";
import { languages } from "#shared/translations/index.ts";
import { ExchangeState } from "../exchange/ExchangeState.tsx";
import { setLanguage, useWords } from "../i18n.ts";
import { setTheme, themeChoices, useTheme } from "../ui/theme/theme.ts";
import { openPalette } from "./palette.ts";
import type { NavKey } from "./pages.tsx";
import { WorkTray } from "./WorkTray.tsx";

interface HeaderProps {
  readonly here: NavKey;
  readonly office: NonNullable<Status["office"]>;
  readonly demo: boolean;
}

const LanguageButton = () => {
  const { t, language } = useWords();
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectable: true,
        selectedKeys: [language],
        items: languages.map((key) => ({
          key,
          label: t(`system.settings.languages.${key}`),
          onClick: () => void setLanguage(key),
        })),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<GlobalOutlined aria-hidden="true" />}
        aria-label={t("app.header.language")}
        title={t("app.header.language")}
      />
    </Dropdown>
  );
};

const ThemeButton = () => {
  const { t } = useWords();
  const { choice } = useTheme();
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: themeChoices.map((key) => ({ key, label: t(`app.header.${key}`), onClick: () => setTheme(key) })),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<BulbOutlined aria-hidden="true" />}
        aria-label={t("app.header.theme")}
        title={t("app.header.theme")}
      />
    </Dropdown>
  );
};

export const Header = ({ here, office, demo }: HeaderProps) => {
  const { t } = useWords();
  return (
    <header className="header">
      <h1 className="header-here">{t(`app.nav.${here}`)}</h1>
      <button type="button" className="header-find" onClick={openPalette}>
        <SearchOutlined aria-hidden="true" />
        <span>{t("app.header.find")}</span>
        <kbd>{"Ctrl K"}</kbd>
      </button>
      <span className="header-gap" />
      <WorkTray />
      <ExchangeState />
      <span className="header-office" title={office.path.join(" › ")}>
        <strong>{office.name}</strong>
        <span className="quiet">{t(`app.tier.${office.tier}`)}</span>
        {demo ? <Tag>{t("app.header.demo")}</Tag> : null}
      </span>
      <LanguageButton />
      <ThemeButton />
    </header>
  );
};
