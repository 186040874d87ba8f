/** A notice of exchange in words. */
import type { ExchangeNotice } from "#shared/exchange/report.ts";
import { useLooseWord } from "../i18n.ts";

export const useNoticeWords = (): ((notice: ExchangeNotice) => string) => {
  const word = useLooseWord();
  return ({ code, params }) => word(`exchange.notices.${code}`, params);
};
