/**
 * The signal light, one rule for tasks and issues: today against the due date, and progress against the share of time
 * gone. The last day counts as in time. `electron/core/list/light-sql.ts` says the same as SQL, and a test that they agree.
 */
import { addDays, daysBetween } from "../calendar/dates.ts";
import type { Settings } from "../system/settings.ts";
import type { Light } from "./fields.ts";

export interface Judged {
  /** `waiting`: nobody has reported anything yet; `over`: done, closed or withdrawn. */
  readonly phase: "waiting" | "under-way" | "reported" | "over";
  readonly due: string | null;
  readonly start: string | null;
  readonly reportedOn: string | null;
  readonly percent: number | null;
  /** 长期坚持: never overdue. */
  readonly lasting: boolean;
  /** Of what lasts: by when it is to be reported on next, and whether the time before was missed (lasting.ts). */
  readonly reportDue?: string | null;
  readonly reportMissed?: boolean;
}

export type LightSettings = Pick<Settings, "soonDays" | "behindPoints">;

export interface LightReason {
  readonly code: string;
  readonly params: Record<string, string | number>;
}

/** The light, and the figures it was judged by (`lights.why.<code>`). */
export const lightOf = (
  judged: Judged,
  today: string,
  { soonDays, behindPoints }: LightSettings,
): { light: Light; reason: LightReason } => {
  const { phase, due, reportedOn, reportDue = null } = judged;
  const say = (light: Light, code: string, params: LightReason["params"] = {}) => ({ light, reason: { code, params } });
  if (phase === "over") return say("done", "done");
  const report = phase === "reported" ? undefined : reportOf(judged, today, soonDays);
  const isAsked = judged.lasting && reportDue !== null;
  if (due === null && isAsked)
    return report ?? say("on-track", "report-due", { due: reportDue, days: daysBetween(today, reportDue) });
  if (due === null) return say("none", "no-due");
  if (judged.lasting && due < today) return report ?? say("on-track", "lasting", { due });
  if (phase === "reported") {
    if (reportedOn === null) return say("on-track", "reported-undated");
    if (reportedOn <= due) return say("on-track", "reported-in-time", { on: reportedOn, due });
    return say("overdue", "reported-late", { on: reportedOn, due, days: daysBetween(due, reportedOn) });
  }
  if (due < today) return say("overdue", "overdue", { due, days: daysBetween(due, today) });
  const days = daysBetween(today, due);
  if (due <= addDays(today, soonDays))
    return days === 0 ? say("soon", "due-today") : say("soon", "soon", { due, days });
  if (report) return report;
  const lag = lagOf(judged, due, today, behindPoints);
  return lag ? say("behind", "behind", lag) : say("on-track", "on-track", { due, days });
};

/** What lasts is to be reported on at the interval of its campaign; undefined where that is not soon and none was missed. */
const reportOf = (
  { lasting, reportDue = null, reportMissed = false }: Judged,
  today: string,
  soonDays: number,
): { light: Light; reason: LightReason } | undefined => {
  if (!lasting || reportDue === null) return undefined;
  const say = (light: Light, code: string) => ({
    light,
    reason: { code, params: { due: reportDue, days: daysBetween(today, reportDue) } },
  });
  if (reportDue <= addDays(today, soonDays)) return say("soon", reportDue <= today ? "report-today" : "report-soon");
  return reportMissed ? say("behind", "report-missed") : undefined;
};

/** Progress and the share of time gone, in per cent, where progress lags by more than is allowed. */
const lagOf = (
  { phase, start, percent }: Judged,
  due: string,
  today: string,
  behindPoints: number,
): { percent: number; gone: number } | undefined => {
  if (start === null || start >= due || start >= today) return undefined;
  if (percent === null && phase !== "waiting") return undefined;
  const done = percent ?? 0;
  const [gone, whole] = [daysBetween(start, today), daysBetween(start, due)];
  return gone * 100 > (done + behindPoints) * whole
    ? { percent: done, gone: Math.round((gone * 100) / whole) }
    : undefined;
};
