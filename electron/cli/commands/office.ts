/** `init`, `whoami` and `demo`: whose data folder this is. */
import type { Answer, Invocation } from "../command.ts";
import { WrongUsage } from "../arguments.ts";
import type { Client } from "../session.ts";
import { pairs } from "../table.ts";
import { resultOf } from "./long-work.ts";

export const init = async ({ typed, session, language, say }: Invocation): Promise<Answer> => {
  const unit = typed.texts.get("unit");
  if (unit === undefined) throw new WrongUsage("option-missing", { option: "--unit CODE" });
  await refuseUnknown(unit);
  const { client } = await session.beginning();
  const name = typed.texts.get("name");
  await client.system.init(name === undefined ? { unit } : { unit, name });
  return statusAnswer(client, { say, language });
};

/** Before anything is made: a mistyped code leaves no empty data folder behind. */
const refuseUnknown = async (code: string): Promise<void> => {
  const [{ divisionByCode }, { AppError }] = await Promise.all([
    import("#core/units/divisions.ts"),
    import("#shared/errors.ts"),
  ]);
  if (!divisionByCode(code)) throw new AppError("division-unknown", { code });
};

export const whoami = async (invocation: Invocation): Promise<Answer> =>
  statusAnswer((await invocation.session.reading()).client, invocation);

export const demo = async (invocation: Invocation): Promise<Answer> => {
  const { client } = await invocation.session.beginning();
  await resultOf(invocation, client.system.demo());
  return statusAnswer(client, invocation);
};

const statusAnswer = async (client: Client, { say }: Pick<Invocation, "say" | "language">): Promise<Answer> => {
  const status = await client.system.status();
  const { office, device, epoch, commits, schema, version, dataFolder } = status;
  const json = {
    unit: office?.unit ?? null,
    name: office?.name ?? null,
    tier: office?.tier ?? null,
    path: office?.path ?? [],
    device,
    epoch,
    commits,
    versions: { program: version, schema, node: process.versions.node, electron: process.versions["electron"] ?? null },
    dataFolder,
    lastBackup: status.lastBackup,
    demo: status.demo,
  };
  const text = pairs([
    [say("office.name"), office?.name],
    [say("office.unit"), office ? `${office.unit} ${office.path.join(" › ")}` : ""],
    [say("office.tier"), office ? say(`tiers.${office.tier}`) : ""],
    [say("office.device"), device],
    [say("office.epoch"), epoch],
    [say("office.commits"), commits],
    [say("office.version"), `${version} (${say("office.schema")} ${schema})`],
    [say("office.dataFolder"), dataFolder],
  ]);
  return { json, text };
};
