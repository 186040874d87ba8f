/** A notice of exchange in words: offices by name, moments by the clock on the wall, digits as they are read out. */
import type { ExchangeNotice } from "#shared/exchange/report.ts";
import { useLooseWord } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useUnitName } from "../units/names.ts";
import { grouped } from "./outbox.ts";

export const useNoticeWords = (): ((notice: ExchangeNotice) => string) => {
  const word = useLooseWord();
  const unitName = useUnitName();
  const { moment } = useDates();
  return ({ code, params }) => {
    const { office, at, code: digits } = params;
    return word(`exchange.notices.${code}`, {
      ...params,
      ...(typeof office === "string" ? { office: unitName(office.split("/")[0] ?? office) } : {}),
      ...(typeof at === "string" ? { at: moment(at) } : {}),
      ...(typeof digits === "string" ? { code: grouped(digits) } : {}),
    });
  };
};
