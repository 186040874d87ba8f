import { createORPCClient, ORPCError } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { RouterClient } from "@orpc/server";
import { RPCHandler } from "@orpc/server/message-port";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openProgram, type Program } from "./program.ts";
import { router } from "./router.ts";
import { temporaryFolder } from "./store/testing.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: Program;
let channel: MessageChannel;
let client: RouterClient<typeof router>;

beforeEach(() => {
  folder = temporaryFolder();
  const workerUrl = new URL("./jobs/worker.ts", import.meta.url);
  program = openProgram({ folder: folder.path, workerUrl, version: "0.0.0" });
  channel = new MessageChannel();
  new RPCHandler(router).upgrade(channel.port1, { context: program });
  client = createORPCClient(new RPCLink({ port: channel.port2 }));
  channel.port1.start();
  channel.port2.start();
});
afterEach(() => {
  channel.port1.close();
  channel.port2.close();
  program.close();
  folder.remove();
});

const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
    return null;
  } catch (error) {
    return error instanceof ORPCError ? { code: error.code, data: error.data as unknown } : error;
  }
};

test("a refusal crosses the port as code and facts", async () => {
  expect(await refusal(client.system.init({ unit: "999999" }))).toEqual({
    code: "REFUSED",
    data: { code: "division-unknown", params: { code: "999999" } },
  });
});

test("so does a refusal in the middle of long work, and its progress and result", async () => {
  const path = join(folder.path, "nowhere.xlsx");
  const reading = async (at: string): Promise<unknown> => {
    for await (const event of await client.imports.open({ capability: "tasks", path: at })) {
      if (event.type === "done") return event.result.count;
    }
    return null;
  };
  expect(await refusal(reading(path))).toEqual({ code: "REFUSED", data: { code: "file-missing", params: { path } } });
  expect(await reading(join(import.meta.dirname, "../../shared/tasks/fixtures/01-简单表头.xlsx"))).toBe(8);
});
