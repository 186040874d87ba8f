import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

// Each command is a process of its own, as a script would start it.
vi.setConfig({ testTimeout: 240_000 });

interface Told extends Readonly<Record<string, unknown>> {
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly sides: { version: string; stands: boolean }[];
  }[];
  readonly offices: readonly Readonly<Record<string, unknown>>[];
  readonly staged: readonly { readonly state: string }[];
}

const list = join(import.meta.dirname, "../../shared/tasks/fixtures/02-配档表-合并单元格.xlsx");

let folder: ReturnType<typeof temporaryFolder>;
let stick: string;
beforeAll(() => {
  folder = temporaryFolder();
  stick = join(folder.path, "stick");
  mkdirSync(stick);
});
afterAll(() => folder.remove());

const on = (name: string): string => join(stick, name);
const office = (name: string, env?: Readonly<Record<string, string>>) => officeIn<Told>(folder.path, name, env);
type Office = ReturnType<typeof office>;

const begin = async (unit: string, name = unit): Promise<Office> => {
  const begun = office(name);
  expect((await begun.json("init", "--unit", unit)).code).toBe(0);
  return begun;
};

/** Card up, roster down, by files on the stick. */
const introduce = async (above: Office, below: Office, name: string): Promise<void> => {
  const card = await below.json("exchange", "card", on(`${name}-card.ldx`));
  expect(card).toMatchObject({ code: 0, json: { recoveryCode: expect.stringMatching(/^[0-9A-Z-]{20,}$/) } });
  const enrolled = await above.json("exchange", "enrol", on(`${name}-card.ldx`), on(`${name}-roster.ldx`));
  expect(enrolled.json["fingerprint"]).toEqual(card.json["fingerprint"]);
  expect(await below.json("exchange", "trust", on(`${name}-roster.ldx`))).toMatchObject({ code: 0 });
};

const send = async (from: Office, to: string, file: string): Promise<string> => {
  expect(await from.json("exchange", "export", "--to", to, on(file))).toMatchObject({ code: 0, json: { to } });
  return on(file);
};

const titleAt = async (at: Office, id: string) => (await at.json("tasks", "show", id)).json["title"];
const edit = (at: Office, id: string, title: string) =>
  at.json("call", "tasks.edit", JSON.stringify({ id, changes: { title } }));

test("city, district and town by a stick: introduced, assigned, reported on, asked, decided, confirmed by telephone", async () => {
  const [city, district, town] = await Promise.all([begin("370300"), begin("370303"), begin("370303001")]);
  await introduce(city, district, "district");
  await introduce(district, town, "town");
  expect((await city.json("exchange", "inspect", on("district-card.ldx"))).json).toMatchObject({ kind: "card" });

  expect((await city.json("tasks", "import", list, "--year", "2020")).json).toMatchObject({ added: 8 });
  const id = (await city.json("tasks", "list")).json.rows[0]?.id ?? "";
  expect((await city.json("tasks", "assign", id, "--to", "370303")).code).toBe(0);

  // EX23: the dry run says what would come, and nothing comes.
  const first = await send(city, "370303", "down-1.ldx");
  const figures = { alreadyHere: 0, conflicts: 0, proposals: 0, quarantined: 0, missingAttachments: 0, recordsNew: 1 };
  const dry = await district.json("exchange", "import", first, "--dry-run");
  expect(dry).toMatchObject({ code: 0, json: { ...figures, dryRun: true, from: "370300" } });
  expect(Number(dry.json["new"])).toBeGreaterThan(0);
  expect((await district.json("tasks", "list")).json["count"]).toBe(0);
  expect((await district.json("exchange", "inspect", first)).json).toMatchObject({ kind: "bundle", error: null });
  expect((await district.json("exchange", "import", first)).json).toMatchObject({ ...figures, new: dry.json["new"] });
  // EX24: the same file again changes nothing, and says when it was taken.
  expect((await district.json("exchange", "import", first)).json).toMatchObject({
    new: 0,
    alreadyHere: dry.json["new"],
    takenAt: expect.any(String),
  });

  // On to the town, and its report all the way back.
  expect((await district.json("tasks", "assign", id, "--to", "370303001")).code).toBe(0);
  await town.json("exchange", "import", await send(district, "370303001", "town-1.ldx"));
  const reported = await town.json("tasks", "report", id, "--unit", "370303001", "--percent", "40", "--text", "已部署");
  expect(reported.code).toBe(0);
  await district.json("exchange", "import", await send(town, "370303", "town-2.ldx"));
  await city.json("exchange", "import", await send(district, "370300", "up-1.ldx"));
  expect(JSON.stringify((await city.json("tasks", "show", id)).json["reports"])).toContain("已部署");

  // EX5: what the district may only propose, the city decides, and it stands everywhere.
  await edit(district, id, "动员部署");
  await edit(city, id, "全面动员部署");
  // EX11: a lost file does no harm, since the next one has everything since the last acknowledgement.
  await send(district, "370300", "lost.ldx");
  const up = await city.json("exchange", "import", await send(district, "370300", "up-2.ldx"));
  expect(up.json).toMatchObject({ proposals: 1 });
  const [asked] = (await city.json("exchange", "conflicts", "--kind", "proposal", "--mine")).json.rows;
  expect(asked?.sides).toHaveLength(2);
  const proposed = asked?.sides.find(({ stands }) => !stands)?.version ?? "";
  expect(await district.json("exchange", "decide", asked?.id ?? "", "--take", proposed)).toMatchObject({
    code: 1,
    json: { error: { code: "decision-not-yours" } },
  });
  expect((await city.json("exchange", "decide", asked?.id ?? "", "--value", '"动员部署、落实责任（定稿）"')).code).toBe(
    0,
  );
  expect((await city.json("exchange", "conflicts")).json["count"]).toBe(0);
  await district.json("exchange", "import", await send(city, "370303", "down-2.ldx"));
  expect((await district.json("exchange", "conflicts")).json["count"]).toBe(0);
  expect(await titleAt(district, id)).toBe("动员部署、落实责任（定稿）");

  // EX12: a code over the telephone confirms what no file has confirmed yet.
  const told = (await district.json("exchange", "code", "--of", "370300")).json;
  expect(await city.json("exchange", "confirm", "--from", "370303", String(told["code"]))).toMatchObject({
    code: 0,
    json: { confirmed: told["number"] },
  });
  const wrong = String(told["code"]).replace(/\d(?=\d*-?\d?$)/u, (digit) => String((Number(digit) + 1) % 10));
  expect((await city.json("exchange", "confirm", "--from", "370303", wrong)).code).toBe(1);
  expect((await city.json("exchange", "receipt", "--to", "370303", on("receipt.ldx"))).code).toBe(0);
  await district.json("exchange", "import", on("receipt.ldx"));
  // EX26: both have the same of what they share.
  const status = (await city.json("exchange", "status")).json;
  expect(status.offices.find(({ peer }) => peer === "370303")).toMatchObject({ digest: "same" });
  for (const each of [city, district, town]) expect(await each.json("verify")).toMatchObject({ code: 0 });
});

test("files that are damaged, of others, or no files of ours are refused by a sentence, and change nothing", async () => {
  const district = office("370303");
  const before = (await district.json("whoami")).json["commits"];
  const bytes = readFileSync(on("down-2.ldx"));
  writeFileSync(on("cut.ldx"), bytes.subarray(0, -100));
  bytes[bytes.length - 50] = (bytes[bytes.length - 50] ?? 0) ^ 1;
  writeFileSync(on("flipped.ldx"), bytes);
  copyFileSync(list, on("sheet.ldx"));
  // One after the other: only one of them at a time has the folder for writing, as saying what a file would do needs.
  const refusals = [];
  for (const name of ["cut.ldx", "flipped.ldx", "sheet.ldx", "town-1.ldx", "nowhere.ldx"]) {
    refusals.push(await district.json("exchange", "inspect", on(name)));
  }
  expect(refusals.map(({ json }) => (json["error"] as { code: string } | null)?.code)).toEqual([
    "bundle-cut-off",
    "bundle-damaged",
    "bundle-not-one",
    "bundle-not-for-us",
    "file-missing",
  ]);
  for (const name of ["cut.ldx", "town-1.ldx"]) {
    const refused = await district.run("exchange", "import", on(name));
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).not.toMatch(/errors\.|\bat .*\.ts/u);
  }
  expect((await district.json("whoami")).json["commits"]).toBe(before);
  for (const wrong of [
    ["export", on("x.ldx")],
    ["decide", "ID"],
    ["decide", "ID", "--take", "V", "--reject"],
    ["code"],
  ]) {
    expect([wrong, (await district.json("exchange", ...wrong)).code]).toEqual([wrong, 2]);
  }
  expect((await district.json("exchange", "export", "--to", "370305", on("x.ldx"))).code).toBe(1);
  // One of ours at the wrong step is called what it is, and a folder that is not there is no fault of the program.
  const codeOf = async (...words: string[]) =>
    ((await district.json("exchange", ...words)).json["error"] as { code: string }).code;
  expect(await codeOf("import", on("district-card.ldx"))).toBe("file-is-card");
  expect(await codeOf("trust", on("district-card.ldx"))).toBe("file-is-card");
  expect(await codeOf("enrol", on("district-roster.ldx"), on("x.ldx"))).toBe("file-is-roster");
  expect(await codeOf("watch", on("nowhere"), "--once")).toBe("exchange-target");
});

test("EX21: another computer of the office works through the desk by the watched folder, and their conflict is decided", async () => {
  const desk = office("370303");
  const other = await begin("370303", "second");
  await introduce(desk, other, "second");
  const shared = join(folder.path, "shared");
  mkdirSync(shared);
  const meet = async (...at: Office[]) => {
    for (const each of at) expect(await each.json("exchange", "watch", shared, "--once")).toMatchObject({ code: 0 });
  };
  await meet(desk, other);
  const id = (await other.json("tasks", "list")).json.rows[0]?.id ?? "";
  expect(await titleAt(other, id)).toBe(await titleAt(desk, id));
  expect((await other.json("exchange", "export", "--to", "370300", on("never.ldx"))).code).toBe(1);

  const own = String(
    ((await desk.json("call", "tasks.add", '{"title":"区里的任务"}')).json["ids"] as string[] | undefined)?.[0],
  );
  await meet(desk, other);
  await Promise.all([edit(desk, own, "区里的任务（一）"), edit(other, own, "区里的任务（二）")]);
  await meet(other, desk);
  const [conflict] = (await desk.json("exchange", "conflicts", "--kind", "values")).json.rows;
  const losing = conflict?.sides.find(({ stands }) => !stands);
  expect((await desk.json("exchange", "decide", conflict?.id ?? "", "--take", losing?.version ?? "")).code).toBe(0);
  await meet(desk, other, desk);
  expect(await titleAt(other, own)).toBe(await titleAt(desk, own));
  expect((await other.json("exchange", "conflicts", "--kind", "values")).json["count"]).toBe(0);
  for (const name of readdirSync(shared)) expect(name).toMatch(/^联动包-.+-至-.+-\d{8}-\d{4,}\.ldx$/u);
});

test("EX13: a welcome file and its code begin a town in an empty data folder; keys open by what protects them", async () => {
  const district = office("370303");
  const written = (await district.json("exchange", "welcome", "--unit", "370303002", on("welcome.ldx"))).json;
  const fresh = office("370303002");
  expect(await fresh.json("exchange", "open", on("welcome.ldx"), "--code", "AAAA-AAAA-AAAA-AAAA")).toMatchObject({
    code: 1,
  });
  const opened = await fresh.json("exchange", "open", on("welcome.ldx"), "--code", String(written["code"]));
  expect(opened).toMatchObject({ code: 0, json: { unit: "370303002", recoveryCode: expect.any(String) } });
  expect((await fresh.json("whoami")).json).toMatchObject({ unit: "370303002", tier: "town" });

  expect((await fresh.json("exchange", "protect", "--new-passphrase", "correct horse")).json).toMatchObject({
    protection: "passphrase",
  });
  const locked = await fresh.json("exchange", "export", "--to", "370303", on("locked.ldx"));
  expect(locked).toMatchObject({ code: 1, json: { error: { code: "keys-locked" } } });
  const withPassphrase = office("370303002", { LIANDONG_PASSPHRASE: "correct horse" });
  const sent = await withPassphrase.run("exchange", "export", "--to", "370303", on("unlocked.ldx"));
  expect(sent.code).toBe(0);
  expect(sent.out + sent.err).not.toContain("correct horse");
  const byCode = office("370303002", { LIANDONG_RECOVERY_CODE: String(opened.json["recoveryCode"]) });
  expect((await byCode.json("exchange", "unlock")).json).toMatchObject({ state: "ready" });
  expect((await district.json("exchange", "import", on("unlocked.ldx"))).code).toBe(0);
});
