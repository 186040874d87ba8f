/** Exchange with other offices, as the contract has it. */
import { os } from "../os.ts";

/** Stands in a handler's place until its service is in the tree. */
const awaited = (): never => {
  throw new Error("the service of this procedure is not in the tree yet");
};

export const exchangeRouter = {
  me: os.exchange.me.handler(awaited),
  setUp: os.exchange.setUp.handler(awaited),
  unlock: os.exchange.unlock.handler(awaited),
  protect: os.exchange.protect.handler(awaited),
  newRecoveryCode: os.exchange.newRecoveryCode.handler(awaited),
  card: os.exchange.card.handler(awaited),
  readCard: os.exchange.readCard.handler(awaited),
  enrol: os.exchange.enrol.handler(awaited),
  readRoster: os.exchange.readRoster.handler(awaited),
  trust: os.exchange.trust.handler(awaited),
  welcome: os.exchange.welcome.handler(awaited),
  openWelcome: os.exchange.openWelcome.handler(awaited),
  offices: os.exchange.offices.handler(awaited),
  revoke: os.exchange.revoke.handler(awaited),
  review: os.exchange.review.handler(awaited),
  reviewed: os.exchange.reviewed.handler(awaited),
  moveDesk: os.exchange.moveDesk.handler(awaited),
  export: os.exchange.export.handler(awaited),
  exportAll: os.exchange.exportAll.handler(awaited),
  receipt: os.exchange.receipt.handler(awaited),
  receiptCode: os.exchange.receiptCode.handler(awaited),
  takeReceiptCode: os.exchange.takeReceiptCode.handler(awaited),
  inbox: os.exchange.inbox.handler(awaited),
  stage: os.exchange.stage.handler(awaited),
  inspect: os.exchange.inspect.handler(awaited),
  take: os.exchange.take.handler(awaited),
  drop: os.exchange.drop.handler(awaited),
  import: os.exchange.import.handler(awaited),
  conflicts: os.exchange.conflicts.handler(awaited),
  decide: os.exchange.decide.handler(awaited),
  purge: os.exchange.purge.handler(awaited),
  join: os.exchange.join.handler(awaited),
  notices: os.exchange.notices.handler(awaited),
  settings: os.exchange.settings.handler(awaited),
  saveSettings: os.exchange.saveSettings.handler(awaited),
};
