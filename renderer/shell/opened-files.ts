/**
 * Files of exchange that a double click opened, as main hands them over. An office takes them into its inbox at once and
 * goes there; before the first run they wait, since a welcome file begins an office.
 */
import { useEffect } from "react";
import { useHashLocation } from "wouter/use-hash-location";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { askExchangeAgain } from "../exchange/me.ts";
import { exchangePlace } from "../exchange/places.ts";
import { useWords } from "../i18n.ts";
import { useHandler } from "../ui/latest.ts";
import { storeOf, useStore } from "../ui/store.ts";
import { useTellError } from "../ui/toast/act.ts";
import { useWork } from "../ui/work.ts";

const opened = storeOf<readonly string[]>([]);

const collect = async (): Promise<void> => {
  const paths = await bridge.takeOpenedFiles();
  if (paths.length > 0) opened.set((before) => [...before, ...paths]);
};

bridge.onOpenedFiles(() => void collect());
void collect();

/** Paths that wait for the first run: `[0]` is the one to begin with, if it is a welcome file. */
export const useOpenedFiles = (): readonly string[] => useStore(opened);

/** Whoever has used them says so. */
export const forgetOpenedFiles = (): void => opened.set([]);

/** Takes what a double click opened into the inbox, and goes there. For the frame, where there is an office. */
export const useOpenedIntoInbox = (): void => {
  const { t } = useWords();
  const work = useWork();
  const tellError = useTellError();
  const [, go] = useHashLocation();
  const waiting = useStore(opened);
  const takeIn = useHandler(async (found: readonly string[]): Promise<void> => {
    // What an earlier drawing began with waits no more.
    const paths = found.filter((path) => opened.get().includes(path));
    if (paths.length === 0) return;
    forgetOpenedFiles();
    try {
      await work(t("exchange.inbox.staging"), (signal) => client.exchange.stage({ paths }, { signal }));
    } catch (error) {
      tellError(error);
    } finally {
      go(exchangePlace("inbox"));
      await askExchangeAgain();
    }
  });
  useEffect(() => void takeIn(waiting), [waiting, takeIn]);
};
