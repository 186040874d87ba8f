/** `call PROCEDURE [JSON]`: any procedure of the contract, so that a script can do all that the window can. */
import { getEventIteratorSchemaDetails } from "@orpc/contract";
import { z } from "zod";
import { contract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import { jsonIn, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { progressLine } from "./long-work.ts";

interface Procedure {
  readonly name: string;
  readonly input: z.ZodType | undefined;
  readonly output: unknown;
}

interface Described {
  readonly "~orpc": { readonly inputSchema?: unknown; readonly outputSchema?: unknown };
}

const isDescribed = (value: unknown): value is Described =>
  typeof value === "object" && value !== null && "~orpc" in value;

const procedures = (): readonly Procedure[] =>
  Object.entries(contract).flatMap(([capability, named]) =>
    Object.entries(named).flatMap(([name, value]: [string, unknown]): Procedure[] => {
      if (!isDescribed(value)) return [];
      const { inputSchema, outputSchema } = value["~orpc"];
      return [
        {
          name: `${capability}.${name}`,
          input: inputSchema instanceof z.ZodType ? inputSchema : undefined,
          output: outputSchema,
        },
      ];
    }),
  );

const schemaOf = (schema: unknown, io: "input" | "output"): unknown =>
  schema instanceof z.ZodType ? z.toJSONSchema(schema, { io, unrepresentable: "any" }) : null;

/** Long work answers with events; their schema, where this is such. */
const eventsOf = (output: unknown): unknown =>
  getEventIteratorSchemaDetails(output as Parameters<typeof getEventIteratorSchemaDetails>[0])?.yields;

export const call = async (invocation: Invocation): Promise<Answer> => {
  const [name, json] = invocation.words;
  if (invocation.typed.flags.has("list")) return listed();
  if (name === undefined) throw new WrongUsage("word-missing", { word: "PROCEDURE" });
  const procedure = procedures().find((known) => known.name === name);
  if (!procedure) throw new WrongUsage("unknown-procedure", { name });
  const result = await answerOf(invocation, procedure, json === undefined ? undefined : jsonIn(json));
  return { json: result, text: JSON.stringify(result, null, 2) };
};

const listed = (): Answer => {
  const all = procedures().map(({ name, input, output }) => ({
    name,
    input: input ? schemaOf(input, "input") : null,
    output: schemaOf(output, "output"),
    /** Long work and watching: progress goes to standard error, the event `done` has the result. */
    events: schemaOf(eventsOf(output), "output"),
  }));
  return { json: { procedures: all }, text: all.map(({ name }) => name).join("\n") };
};

/** Procedures that only read, by capability, and in every capability: they work beside an open window. */
const reads: Readonly<Record<string, readonly string[]>> = {
  system: ["status", "settings", "preferences", "verify", "backup", "watch"],
  units: ["searchDivisions", "childDivisions", "readNames", "resolve"],
  tasks: ["draftSummary"],
  board: ["rows"],
  campaigns: ["templates", "previewTemplate"],
  dispatch: ["minutes"],
  forms: ["units"],
  reminders: ["today"],
  urgings: ["draft", "plainText", "document", "nextNumber"],
  exchange: [
    "me",
    "readCard",
    "readRoster",
    "offices",
    "review",
    "receiptCode",
    "inbox",
    "inspect",
    "conflicts",
    "notices",
    "settings",
  ],
};
const readsAnywhere = ["list", "count", "facets", "get", "suggestions", "of", "recent", "evidencePath", "workbook"];

const onlyReads = (capability: string, procedure: string): boolean =>
  readsAnywhere.includes(procedure) || reads[capability]?.includes(procedure) === true;

const begins: ReadonlySet<string> = new Set([
  "system.init",
  "system.demo",
  "exchange.openWelcome",
  "system.status",
  "units.searchDivisions",
  "units.childDivisions",
]);

const answerOf = async (
  { session, remark, say }: Invocation,
  { name }: Procedure,
  input: unknown,
): Promise<unknown> => {
  const [capability = "", procedure = ""] = name.split(".");
  const { client } = await (onlyReads(capability, procedure)
    ? session.reading()
    : begins.has(name)
      ? session.beginning()
      : session.writing());
  const callable = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
    capability
  ]?.[procedure];
  if (!callable) throw new AppError("not-found", { id: name });
  const answer = await callable(input);
  if (!isEvents(answer)) return answer;
  const bar = progressLine(remark);
  const stop = (): void => void answer.return?.().catch(() => {});
  session.signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const event of answer) {
      if (event["type"] === "done") return event["result"];
      if (event["type"] !== "progress") return event;
      bar.show(say(`stages.${String(event["stage"])}`), Number(event["done"]), Number(event["total"]));
    }
  } finally {
    bar.end();
    session.signal.removeEventListener("abort", stop);
  }
  return null;
};

const isEvents = (answer: unknown): answer is AsyncIteratorObject<Record<string, unknown>> =>
  typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
