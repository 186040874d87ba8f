/** `exchange status`: this office's keys, what waits, and where each office stands (EX12). */
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import type { OfficeView } from "#shared/exchange/report.ts";
import type { Answer, Invocation } from "../command.ts";
import { momentHere } from "../moment.ts";
import { pairs, table } from "../table.ts";
import { noticeText } from "./exchange-report.ts";
import { fingerprintText } from "./exchange-trust.ts";

export const status = async ({ session, say, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const [me, offices, notices] = [
    await client.exchange.me(),
    await client.exchange.offices(),
    await client.exchange.notices(),
  ];
  const text = [meText(me, say), officesText(offices, say), ...notices.map((notice) => noticeText(notice, language))];
  return { json: { ...me, offices, notices }, text: text.join("\n") };
};

const moment = (at: string | null): string | null => (at === null ? null : momentHere(at));

const meText = (me: ExchangeMe, say: Invocation["say"]): string =>
  pairs([
    [say("exchange.office"), `${me.name} ${me.office}`],
    [say("exchange.device"), `${me.device} ${say(me.desk ? "exchange.desk" : "exchange.notDesk")}`],
    [
      say("exchange.keys"),
      `${say(`exchange.keyStates.${me.keys.state}`)} ${say(`exchange.protection.${me.keys.protection}`)}`,
    ],
    [say("exchange.fingerprint"), me.keys.fingerprint === null ? null : fingerprintText(me.keys.fingerprint)],
    [say("exchange.root"), me.root === null ? null : `${me.root.name} ${me.root.code}`],
    [say("exchange.sharedFolder"), me.sharedFolder],
    [say("exchange.waiting"), me.waiting],
    [say("exchange.counts.conflicts"), me.conflicts],
    [say("exchange.counts.proposals"), me.proposals],
    [say("exchange.lastIn"), moment(me.lastIn)],
    [say("exchange.lastOut"), moment(me.lastOut)],
  ]);

const officesText = (offices: readonly OfficeView[], say: Invocation["say"]): string =>
  table(
    offices.filter(({ own, peer }) => !own || peer.includes("/")),
    [
      { name: say("exchange.office"), of: ({ name }) => name },
      { name: say("exchange.peer"), of: ({ peer }) => peer },
      { name: say("exchange.sent"), of: ({ sent }) => sent },
      { name: say("exchange.confirmedTo"), of: ({ confirmed }) => confirmed },
      { name: say("exchange.due"), of: ({ due }) => (due ? "✓" : "") },
      { name: say("exchange.unheardDays"), of: ({ unheardDays }) => unheardDays },
      { name: say("exchange.lastIn"), of: ({ lastIn }) => moment(lastIn) },
      { name: say("exchange.lastOut"), of: ({ lastOut }) => moment(lastOut) },
      { name: say("exchange.digest"), of: ({ digest }) => say(`exchange.digests.${digest}`) },
    ],
  );
