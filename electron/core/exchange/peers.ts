/**
 * Who exchanges with whom (EX15, EX21): the desk of an office with the office above, those below and the office's other
 * computers; another computer with its desk alone.
 */
import { AppError } from "#shared/errors.ts";
import type { Peer } from "#shared/exchange/bundle.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import type { Trust } from "#shared/exchange/trust.ts";
import type { Store } from "../store/store.ts";
import { trustOf } from "./identity/roster.ts";

/** Whether this computer is its office's exchange desk; so it is while the office has no other. */
export const isDesk = (store: Store, trust: Trust = trustOf(store)): boolean => {
  const desk = trust.deskOf(store.officeCode() ?? "");
  return desk === null || desk.device === store.device;
};

/** This computer's own address: the office's code at its desk. @throws AppError `not-begun` */
export const ownPeer = (store: Store, trust: Trust = trustOf(store)): Peer => {
  const office = store.officeCode();
  if (office === null) throw new AppError("not-begun", { path: store.folder });
  return isDesk(store, trust) ? office : `${office}/${store.device}`;
};

/** Those to whom files go and from whom they come. */
export const neighbours = (store: Store, trust: Trust = trustOf(store)): readonly Peer[] => {
  const office = store.officeCode();
  if (office === null) return [];
  if (!isDesk(store, trust)) return [office];
  const above = trust.officeOf(office)?.above;
  const below = trust.trustedOffices().filter((each) => each.above === office && each.code !== office);
  const computers = trust
    .devicesOf(office)
    .filter(({ device, desk, revoked }) => device !== store.device && !desk && revoked === null);
  return [
    ...(above === null || above === undefined || above === office ? [] : [above]),
    ...below.map(({ code }) => code),
    ...computers.map(({ device }) => `${office}/${device}`),
  ];
};

/**
 * EX21: only the desk exchanges with other offices, and only with those that the roster names.
 * @throws AppError `exchange-at-the-desk`, `exchange-with-oneself`, `office-not-enrolled`
 */
export const refuseStranger = (store: Store, peer: Peer, trust: Trust = trustOf(store)): void => {
  if (peer === ownPeer(store, trust)) throw new AppError("exchange-with-oneself", { office: peer });
  if (!isDesk(store, trust) && officeOfPeer(peer) !== store.officeCode()) {
    throw new AppError("exchange-at-the-desk", { office: officeOfPeer(peer) });
  }
  if (trust.recipientsOf(peer).length === 0) throw new AppError("office-not-enrolled", { office: peer });
};
