import { expect, test } from "vitest";
import { openProgram } from "../program.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { initOffice } from "./office.ts";
import { whatChanged } from "./watch.ts";

test("whoever listens hears first that nothing is missed from now on, and then of each commit", async () => {
  const folder = temporaryFolder();
  const workerUrl = new URL("../jobs/worker.ts", import.meta.url);
  const program = openProgram({ folder: folder.path, env: fixedEnv(), version: "test", workerUrl });
  const listening = new AbortController();
  const events = whatChanged(program, listening.signal);
  try {
    expect((await events.next()).value).toEqual({ kinds: [], version: "" });
    const { version } = initOffice(program.store, "370303");
    const { value } = await events.next();
    expect(value).toMatchObject({ version, kinds: expect.arrayContaining(["office", "unit"]) });
  } finally {
    listening.abort();
    await events.return();
    program.close();
    folder.remove();
  }
});
