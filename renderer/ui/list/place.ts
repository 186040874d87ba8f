/** Where in a list one is, from the address: the list alone, a record, a form. */
import { navigate } from "wouter/use-hash-location";
import type { BesideList } from "./types.ts";

export interface ListPlace {
  /** The record whose detail or form is open. */
  readonly id: string | undefined;
  readonly form: "new" | "edit" | undefined;
}

/** `/tasks/new`, `/tasks/<id>`, `/tasks/<id>/edit`; anything else is the list alone. */
export const placeOf = (capability: string, location: string): ListPlace => {
  const [, first, second, third] = location.split("/");
  if (first !== capability || second === undefined || second === "") return { id: undefined, form: undefined };
  if (second === "new") return { id: undefined, form: "new" };
  return { id: decodeURIComponent(second), form: third === "edit" ? "edit" : undefined };
};

/** Ways to move between the list and what is beside it. */
export const besideOf = (capability: string): BesideList => ({
  close: () => navigate(`/${capability}`),
  open: (id) => navigate(`/${capability}/${encodeURIComponent(id)}`),
  edit: (id) => navigate(`/${capability}/${encodeURIComponent(id)}/edit`),
  add: () => navigate(`/${capability}/new`),
});
