/**
 * Exchange with other offices, as the contract has it. Much of it writes files, keys or lists and is no commit: whoever
 * watches is told of it here.
 */
import { beginAnew } from "./begin-anew.ts";
import { done } from "../done.ts";
import { work, type WorkHooks } from "../jobs/work.ts";
import { os } from "../os.ts";
import { decideConflict } from "./conflicts/decide.ts";
import { joinRecords } from "./conflicts/join.ts";
import { listConflicts } from "./conflicts/list.ts";
import { purgeRecord } from "./conflicts/purge.ts";
import type { Program } from "../program.ts";
import { tellChanged } from "../system/watch.ts";
import { enrolCard, seeCard, seeRosterFile, trustRoster, writeCard } from "./contact.ts";
import { moveDesk } from "./identity/desk.ts";
import { newRecoveryCode, protectKeys } from "./identity/keys.ts";
import { openKeys, setUpKeys } from "./identity/ready.ts";
import { drop, importFile, inspect, stage, take } from "./inbox/inbox.ts";
import { inbox } from "./inbox/items.ts";
import { me, notices, offices } from "./offices.ts";
import { exportAll, exportTo, receiptTo } from "./outbox/export.ts";
import { receiptCode, takeReceiptCode } from "./outbox/receipts.ts";
import { review, reviewed } from "./review.ts";
import { revokeDevice } from "./revoke-device.ts";
import { exchangeSettings, saveExchangeSettings } from "./settings.ts";
import { openWelcome, writeWelcome } from "./welcome.ts";

/** Tells whoever watches, whether it went well or not: what was refused may have left a line that says so. */
const telling = async <Result>(program: Program, run: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await run();
  } finally {
    tellChanged(program, ["exchange"]);
  }
};

const longWork = <Result>(
  program: Program,
  run: (hooks: WorkHooks) => Promise<Result>,
  signal: AbortSignal | undefined,
) => work((hooks) => telling(program, () => run(hooks)), signal);

export const exchangeRouter = {
  me: os.exchange.me.handler(({ context }) => me(context)),
  setUp: os.exchange.setUp.handler(({ input, context }) =>
    telling(context, () => setUpKeys(context.store, input.passphrase)),
  ),
  unlock: os.exchange.unlock.handler(({ input, context }) =>
    telling(context, async () => {
      await openKeys(context.store, input);
      return {};
    }),
  ),
  protect: os.exchange.protect.handler(({ input, context }) =>
    telling(context, async () => {
      await protectKeys(context.store, input.passphrase);
      return {};
    }),
  ),
  newRecoveryCode: os.exchange.newRecoveryCode.handler(({ context }) =>
    telling(context, () => ({ recoveryCode: newRecoveryCode(context.store) })),
  ),

  card: os.exchange.card.handler(({ input, context }) => telling(context, () => writeCard(context, input.path))),
  readCard: os.exchange.readCard.handler(({ input, context }) => seeCard(context, input.path)),
  enrol: os.exchange.enrol.handler(({ input, context }) => telling(context, () => enrolCard(context, input))),
  readRoster: os.exchange.readRoster.handler(({ input, context }) => seeRosterFile(context, input.path)),
  trust: os.exchange.trust.handler(({ input, context }) => telling(context, () => trustRoster(context, input))),
  welcome: os.exchange.welcome.handler(({ input, context, signal }) =>
    longWork(context, (hooks) => writeWelcome(context, input, hooks), signal),
  ),
  openWelcome: os.exchange.openWelcome.handler(({ input, context, signal }) =>
    longWork(context, (hooks) => openWelcome(context, input, hooks), signal),
  ),
  offices: os.exchange.offices.handler(({ context }) => offices(context)),
  revoke: os.exchange.revoke.handler(({ input, context }) =>
    telling(context, async () => {
      await revokeDevice(context, input);
      return {};
    }),
  ),
  review: os.exchange.review.handler(({ context }) => review(context)),
  reviewed: os.exchange.reviewed.handler(({ input, context }) =>
    telling(context, () => {
      reviewed(context, input);
      return {};
    }),
  ),
  beginAnew: os.exchange.beginAnew.handler(({ context }) => telling(context, () => beginAnew(context))),
  moveDesk: os.exchange.moveDesk.handler(({ input, context }) =>
    telling(context, async () => done(await moveDesk(context.store, input.device))),
  ),

  export: os.exchange.export.handler(({ input, context, signal }) =>
    longWork(context, (hooks) => exportTo(context, input, hooks), signal),
  ),
  exportAll: os.exchange.exportAll.handler(({ input, context, signal }) =>
    longWork(context, async (hooks) => ({ written: [...(await exportAll(context, input, hooks)).written] }), signal),
  ),
  receipt: os.exchange.receipt.handler(({ input, context }) => telling(context, () => receiptTo(context, input))),
  receiptCode: os.exchange.receiptCode.handler(({ input, context }) => receiptCode(context, input.of)),
  takeReceiptCode: os.exchange.takeReceiptCode.handler(({ input, context }) =>
    telling(context, () => takeReceiptCode(context, input.from, input.code)),
  ),

  inbox: os.exchange.inbox.handler(({ context }) => inbox(context)),
  stage: os.exchange.stage.handler(({ input, context, signal }) =>
    longWork(context, (hooks) => stage(context, input.paths, hooks), signal),
  ),
  inspect: os.exchange.inspect.handler(({ input, context }) => inspect(context, input.path)),
  take: os.exchange.take.handler(({ input, context, signal }) =>
    longWork(context, (hooks) => take(context, input.ids, hooks), signal),
  ),
  drop: os.exchange.drop.handler(({ input, context }) =>
    telling(context, async () => {
      await drop(context, input.id);
      return {};
    }),
  ),
  import: os.exchange.import.handler(({ input, context, signal }) =>
    longWork(context, (hooks) => importFile(context, input, hooks), signal),
  ),

  conflicts: os.exchange.conflicts.handler(({ input, context }) => listConflicts(context, input)),
  decide: os.exchange.decide.handler(({ input, context }) => done(decideConflict(context, input))),
  purge: os.exchange.purge.handler(({ input, context }) => done(purgeRecord(context, input))),
  join: os.exchange.join.handler(({ input, context }) => done(joinRecords(context, input))),
  notices: os.exchange.notices.handler(({ context }) => notices(context)),
  settings: os.exchange.settings.handler(({ context }) => exchangeSettings(context)),
  saveSettings: os.exchange.saveSettings.handler(({ input, context }) =>
    telling(context, () => {
      saveExchangeSettings(context, input);
      return {};
    }),
  ),
};
