/** Settings: one page of parts, each with its own address. */
import type { ReactNode } from "react";
import { ExchangePart } from "../exchange/ExchangePart.tsx";
import { useWords } from "../i18n.ts";
import { UnitsPage } from "../units/UnitsPage.tsx";
import { AboutPart } from "./AboutPart.tsx";
import { DataPart } from "./DataPart.tsx";
import { HolidaysPart } from "./HolidaysPart.tsx";
import { LightsPart } from "./LightsPart.tsx";
import { LookPart } from "./LookPart.tsx";

const parts = ["units", "lights", "holidays", "look", "exchange", "data", "about"] as const;
type Part = (typeof parts)[number];

const contents: Readonly<Record<Part, ReactNode>> = {
  units: <UnitsPage />,
  lights: <LightsPart />,
  holidays: <HolidaysPart />,
  look: <LookPart />,
  exchange: <ExchangePart />,
  data: <DataPart />,
  about: <AboutPart />,
};

export const SettingsPage = ({ part }: { readonly part: string }) => {
  const { t } = useWords();
  const here = parts.find((known) => known === part) ?? "units";
  return (
    <div className="settings">
      <nav className="settings-nav" aria-label={t("system.settings.title")}>
        {parts.map((key) => (
          <a key={key} href={`#/settings/${key}`} className="nav-item" aria-current={key === here ? "page" : undefined}>
            {t(`system.settings.${key}`)}
          </a>
        ))}
      </nav>
      <div className="settings-part">{contents[here]}</div>
    </div>
  );
};
