/** An urging whole: what it asks for, where it stands and why, its time line and its history. */
import { whyNoDue } from "#shared/tasks/due.ts";
import { lightOf } from "#shared/tasks/light.ts";
import type { UrgingStep } from "#shared/urgings/record.ts";
import { judgedUrging } from "#shared/urgings/standing.ts";
import type { UrgingDetail } from "#shared/urgings/view.ts";
import { archivedWhy } from "../exchange/archived.ts";
import { pageOf } from "../list/rows.ts";
import { listContextOf } from "../list/context.ts";
import { stepLinesOf } from "../list/step-lines.ts";
import { historyOf } from "../store/history.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { findUrging, type FoundUrging } from "./find.ts";
import { issuerName } from "./issuer.ts";
import { actingFor, actorOf, stepsOffered } from "./step.ts";

/** @throws AppError `not-found` */
export const urgingDetail = (store: Store, id: string): UrgingDetail => {
  const units = unitLookup(store.db);
  const urging = findUrging(store, id);
  const context = listContextOf(store);
  const [row] = pageOf(store.db, "urgings", { q: "", filters: [], sort: [], offset: 0, limit: 1 }, context, {
    ids: [id],
  });
  if (row === undefined) throw new Error(`urging ${id} stands in no list`);
  const { reason } = lightOf(judgedUrging(urging.standing), context.today, context);
  const why = archivedWhy(store, id, urging.rid);
  const actor = actorOf(store, urging, units);
  const acting = actingFor(actor, urging, "answer", units);
  return {
    ...row,
    owner: urging.owner,
    dispatch: urging.dispatch,
    signedBy: issuerName(store, urging.owner),
    archivedWhy: why,
    onBehalfOf: acting.may && acting.behalf !== null ? units.shown(acting.behalf) : null,
    lightReason: reason.code === "no-due" ? { code: whyNoDue(urging.limit), params: {} } : reason,
    withdrawnReason: withdrawnReason(urging),
    may: why === null ? stepsOffered(urging, actor, units) : [],
    steps: stepLinesOf<UrgingStep>(store, urging.rid, units),
    history: historyOf(store, id),
  };
};

const withdrawnReason = ({ standing, life, lifeReason, steps }: FoundUrging): string | null => {
  if (standing.state !== "withdrawn") return null;
  return life === "withdrawn" ? (lifeReason ?? "") : (steps.findLast(({ step }) => step === "withdraw")?.text ?? "");
};
