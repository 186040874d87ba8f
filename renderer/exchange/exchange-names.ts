/** Names of offices and of the files that go to them. */
import { exchangeFileName } from "#shared/exchange/file-name.ts";
import type { NamedFile } from "#shared/exchange/file-name.ts";
import { useCallback } from "react";
import { bridge } from "../bridge.ts";
import { useWords } from "../i18n.ts";

/** Asks where to write a file of exchange; its name is proposed. Undefined when the dialog was cancelled. */
export const useSavePlace = (): ((file: NamedFile) => Promise<string | undefined>) => {
  const { language } = useWords();
  return useCallback((file) => bridge.pickSavePath(exchangeFileName(file, language), "bundle"), [language]);
};

/** The last 4 digits are enough for people to tell an office's computers apart. */
export const shortDevice = (device: string): string => device.slice(-4);
