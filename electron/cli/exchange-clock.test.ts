/** EX3 with real processes: the clock of one office is a year ahead and then ten years back between its commits. */
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

vi.setConfig({ testTimeout: 120_000 });

type Json = Readonly<Record<string, unknown>>;
interface Told extends Json {
  readonly rows: readonly { readonly kind: string; readonly sides: readonly { text: string; stands: boolean }[] }[];
  readonly offices: readonly { readonly peer: string; readonly digest: string; readonly digestCode: string | null }[];
  readonly notices: readonly { readonly code: string }[];
  readonly ids: readonly string[];
}

const hasFaketime = spawnSync("faketime", ["-f", "+1d", "true"]).status === 0;

let folder: ReturnType<typeof temporaryFolder>;
let stick: string;
beforeAll(() => {
  folder = temporaryFolder();
  stick = join(folder.path, "stick");
  mkdirSync(stick);
});
afterAll(() => folder.remove());

const entry = join(import.meta.dirname, "main.ts");

/** The same command line on the same folder, under a clock that is off by so much (`+365d`). */
const underClock =
  (data: string, offset: string) =>
  async (...args: readonly string[]): Promise<{ code: number; json: Told }> => {
    const words = ["-f", offset, process.execPath, entry, "--data", data, "--json", ...args];
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder.path, "compiled") };
    const ran = await new Promise<{ code: number; out: string }>((resolve) => {
      execFile("faketime", words, { cwd: folder.path, env }, (error, out) => {
        resolve({ code: error === null ? 0 : Number(error.code), out });
      });
    });
    return { code: ran.code, json: JSON.parse(ran.out) as Told };
  };
type Run = ReturnType<typeof underClock>;

let files = 0;
/** Everything that is due, by a file; the notices that its receiver is given. */
const carry = async (from: Run, to: Run, code: string): Promise<string[]> => {
  files += 1;
  const path = join(stick, `file-${files}.ldx`);
  expect(await from("exchange", "export", "--to", code, path)).toMatchObject({ code: 0 });
  const taken = await to("exchange", "import", path);
  expect(taken).toMatchObject({ code: 0, json: { quarantined: 0 } });
  return taken.json.notices.map((notice) => notice.code);
};

const edit = async (run: Run, id: string, changes: Json): Promise<void> => {
  expect(await run("call", "tasks.edit", JSON.stringify({ id, changes }))).toMatchObject({ code: 0 });
};
const ofTheViewer: ReadonlySet<string> = new Set(["own", "hands", "marks", "whole", "rollUp", "parts"]);
/** The task as it is shown, but for what depends on who looks. */
const shown = async (run: Run, id: string): Promise<Json> => {
  const { json } = await run("tasks", "show", id);
  return JSON.parse(JSON.stringify(json, (key, value: unknown) => (ofTheViewer.has(key) ? undefined : value))) as Json;
};
/** What the last comparison with the other office gave, and the code of what was compared. */
const standing = async (run: Run, other: string) => {
  const found = (await run("exchange", "status")).json.offices.find(({ peer }) => peer === other);
  return { digest: found?.digest, code: found?.digestCode };
};
/** What is asked, with the values on each side and which of them stands. */
const sidesAt = async (run: Run) =>
  (await run("exchange", "conflicts")).json.rows.map(({ kind, sides }) => [
    kind,
    sides.map(({ text, stands }) => [text, stands]),
  ]);

test.skipIf(!hasFaketime)(
  `EX3: a clock a year ahead and then ten years back decides nothing and loses nothing${hasFaketime ? "" : " (SKIPPED: no faketime here)"}`,
  async () => {
    const [cityAt, districtAt] = [officeIn<Told>(folder.path, "370300"), officeIn<Told>(folder.path, "370303")];
    const city: Run = cityAt.json;
    const district: Run = districtAt.json;
    const [ahead, back] = [underClock(districtAt.data, "+365d"), underClock(districtAt.data, "-3650d")];
    await Promise.all([city("init", "--unit", "370300"), district("init", "--unit", "370303")]);
    const [card, roster] = [join(stick, "card.ldx"), join(stick, "roster.ldx")];
    expect((await district("exchange", "card", card)).code).toBe(0);
    expect((await city("exchange", "enrol", card, roster)).code).toBe(0);
    expect((await district("exchange", "trust", roster)).code).toBe(0);

    const id = (await city("call", "tasks.add", '{"title":"one"}')).json.ids[0] ?? "";
    expect((await city("tasks", "assign", id, "--to", "370303")).code).toBe(0);
    expect(await carry(city, district, "370303")).toEqual(["digest-same"]);

    // A year ahead: the later clock does not win over the city's title, which is the city's to write.
    await Promise.all([edit(ahead, id, { title: "district, ahead" }), edit(city, id, { title: "city" })]);
    expect((await ahead("tasks", "report", id, "--percent", "40", "--text", "ahead")).code).toBe(0);
    expect(await carry(ahead, city, "370300")).toEqual(["clock-ahead", "digest-same"]);
    expect((await shown(city, id))["title"]).toBe("city");

    // Ten years back: what is written upon what came counts as later, whatever the clock says.
    expect(await carry(city, back, "370303")).toEqual(["clock-ahead", "digest-same"]);
    expect((await back("tasks", "report", id, "--percent", "60", "--text", "back")).code).toBe(0);
    await edit(city, id, { title: "city again" });
    await carry(back, city, "370300");
    await carry(city, district, "370303");
    expect(await carry(district, city, "370300")).toEqual(["digest-same"]);

    // The same state and the same code of it on both sides; nothing that was written is lost.
    const [there, here] = await Promise.all([shown(city, id), shown(district, id)]);
    expect(here).toEqual(there);
    expect(there["title"]).toBe("city again");
    expect(there["reports"]).toMatchObject([{ data: { text: "ahead" } }, { data: { text: "back" } }]);
    const [atCity, atDistrict] = await Promise.all([standing(city, "370303"), standing(district, "370300")]);
    expect(atCity).toEqual({ digest: "same", code: expect.stringMatching(/\d/) as string });
    expect(atDistrict).toEqual(atCity);
    const asked = await Promise.all([sidesAt(city), sidesAt(district)]);
    expect(asked[0]).toEqual(asked[1]);
    expect(JSON.stringify(asked[0])).toContain("district, ahead");
    const verified = await Promise.all([city("verify"), district("verify")]);
    expect(verified.map(({ code }) => code)).toEqual([0, 0]);
  },
);
