/** Gives antd's parts our colours, the language's words and date names; and our own parts the same colours. */
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US.js";
import zhCN from "antd/locale/zh_CN.js";
import { useLayoutEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";
import { antdTheme, applyPalette, useTheme } from "./theme.ts";

export const Themed = ({ children }: { readonly children: ReactNode }) => {
  const { dark } = useTheme();
  const { language } = useWords();
  const theme = useMemo(() => antdTheme(dark), [dark]);
  useLayoutEffect(() => applyPalette(dark), [dark]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === "zh-CN" ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      virtual={false}
    >
      <App className="app-root">{children}</App>
    </ConfigProvider>
  );
};
