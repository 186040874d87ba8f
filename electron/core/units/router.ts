/** Units and divisions, as the contract has them. */
import { done } from "../done.ts";
import { os } from "../os.ts";
import { childrenOf, type Division, divisionByCode, divisionPath, searchDivisions } from "./divisions.ts";
import { addUnits, namesInFile, resolveHere } from "./add-many.ts";
import { addUnit, editUnit, joinUnit, orderUnits, withdrawUnit } from "./edit.ts";
import { findUnits } from "./known.ts";

const withPath = ({ code, name, tier }: Division) => ({ code, name, tier, path: [...divisionPath(code)] });

export const unitsRouter = {
  searchDivisions: os.units.searchDivisions.handler(({ input }) =>
    searchDivisions(input.q, { limit: input.limit }).flatMap(({ code }) => {
      const division = divisionByCode(code);
      return division ? [withPath(division)] : [];
    }),
  ),
  childDivisions: os.units.childDivisions.handler(({ input }) => childrenOf(input.under).map(withPath)),
  list: os.units.list.handler(({ input, context }) => findUnits(context.store.db, input)),
  add: os.units.add.handler(({ input, context }) => {
    const added = addUnit(context.store, input);
    return { ...done(added), code: added.code };
  }),
  addMany: os.units.addMany.handler(({ input, context }) => {
    const added = addUnits(context.store, input);
    return { ...done(added), added: added.added, passed: added.passed };
  }),
  readNames: os.units.readNames.handler(({ input }) => ({ names: namesInFile(input.path) })),
  resolve: os.units.resolve.handler(({ input, context }) => resolveHere(context.store, input.texts, input.under)),
  edit: os.units.edit.handler(({ input, context }) => done(editUnit(context.store, input.code, input))),
  order: os.units.order.handler(({ input, context }) => done(orderUnits(context.store, input.codes))),
  same: os.units.same.handler(({ input, context }) => done(joinUnit(context.store, input.code, input.same))),
  withdraw: os.units.withdraw.handler(({ input, context }) =>
    done(withdrawUnit(context.store, input.code, input.reason)),
  ),
};
