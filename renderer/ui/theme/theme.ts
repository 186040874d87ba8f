/**
 * Ink on paper: one deep blue-green accent, thin rules, no shadows; the dark theme is the same page at night. The colours
 * stand here once, for antd's parts and (as custom properties) for our own.
 */
import { theme as antd } from "antd";
import type { ThemeConfig } from "antd";
import { storeOf, useStore } from "../store.ts";

export const themeChoices = ["light", "dark", "system"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

interface Palette {
  readonly paper: string;
  readonly sheet: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly edge: string;
  readonly accent: string;
  readonly tint: string;
  readonly onAccent: string;
  readonly red: string;
}

export const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    paper: "#f6f4ef",
    sheet: "#fdfcfa",
    ink: "#1d2122",
    quiet: "#5a6163",
    rule: "#e0dcd3",
    edge: "#9b978d",
    accent: "#1f5c63",
    tint: "#e3eceb",
    onAccent: "#ffffff",
    red: "#b3261e",
  },
  dark: {
    paper: "#121617",
    sheet: "#191e1f",
    ink: "#e3e4df",
    quiet: "#a3abaa",
    rule: "#2e3536",
    edge: "#6b7577",
    accent: "#7fc0c6",
    tint: "#1f3639",
    onAccent: "#0c2225",
    red: "#f1948c",
  },
};

const remembered = "liandong.theme";
const night = window.matchMedia("(prefers-color-scheme: dark)");

const storedChoice = (): ThemeChoice =>
  themeChoices.find((choice) => choice === localStorage.getItem(remembered)) ?? "light";

const choice = storeOf<ThemeChoice>(storedChoice());
const systemDark = storeOf(night.matches);
night.addEventListener("change", () => systemDark.set(night.matches));

export const setTheme = (next: ThemeChoice): void => {
  localStorage.setItem(remembered, next);
  choice.set(next);
};

/** What was chosen, and whether it is dark now. */
export const useTheme = (): { readonly choice: ThemeChoice; readonly dark: boolean } => {
  const chosen = useStore(choice);
  const system = useStore(systemDark);
  return { choice: chosen, dark: chosen === "dark" || (chosen === "system" && system) };
};

const fonts =
  '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** The same colours and measures as antd's tokens. */
export const antdTheme = (dark: boolean): ThemeConfig => {
  const palette = dark ? palettes.dark : palettes.light;
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorInfo: palette.accent,
      colorError: palette.red,
      colorTextBase: palette.ink,
      colorBgBase: palette.sheet,
      colorBgContainer: palette.sheet,
      colorBgElevated: palette.sheet,
      colorBgLayout: palette.paper,
      colorText: palette.ink,
      colorTextSecondary: palette.quiet,
      colorTextTertiary: palette.quiet,
      colorTextPlaceholder: palette.quiet,
      colorTextDescription: palette.quiet,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.rule,
      colorSplit: palette.rule,
      colorTextLightSolid: palette.onAccent,
      controlItemBgActive: palette.tint,
      controlItemBgActiveHover: palette.tint,
      fontFamily: fonts,
      fontSize: 14,
      borderRadius: 2,
      borderRadiusLG: 3,
      borderRadiusSM: 2,
      boxShadow: "none",
      boxShadowSecondary: "none",
      boxShadowTertiary: "none",
      motion: false,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", contentFontSizeSM: 13 },
      Input: { activeShadow: "none" },
      Tooltip: { colorBgSpotlight: dark ? "#2b3334" : "#2a3032", colorTextLightSolid: "#f4f3ef" },
      Segmented: { itemSelectedBg: palette.tint, trackBg: palette.paper },
    },
  };
};

/** The palette as custom properties of the page. */
export const applyPalette = (dark: boolean): void => {
  const root = document.documentElement;
  root.dataset["theme"] = dark ? "dark" : "light";
  root.style.colorScheme = dark ? "dark" : "light";
  for (const [name, colour] of Object.entries(dark ? palettes.dark : palettes.light))
    root.style.setProperty(`--${name}`, colour);
  root.style.setProperty("--fonts", fonts);
};
