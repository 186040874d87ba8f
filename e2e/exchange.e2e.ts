/**
 * Two offices with sticks, by the screens alone: a city and a town, each with a program of its own. They meet by card,
 * telephone and roster; a task goes down and its progress comes back; and where both changed the same thing, the city decides.
 */
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerDialogs, beginOffice, fillIn, importList, pickUnit } from "./driver.ts";
import { type Desk, deskAt, fingerprintOn, setUpKeys, takeWaiting, writeToStick } from "./exchange-driver.ts";
import { expect, test } from "./fixtures.ts";
import { doubleClick } from "./launch.ts";

const taskList = join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx");
const town = "车站街道";
const task = "组织环保世纪行";

let stick: string;
test.beforeEach(async () => {
  stick = await mkdtemp(join(tmpdir(), "liandong-stick-"));
});
test.afterEach(() => rm(stick, { recursive: true, force: true }));

/** The newest bundle on the stick. */
const bundleFrom = async (office: string): Promise<string> => {
  const found = (await readdir(stick)).filter((name) => name.split("-")[1] === office).toSorted();
  return join(stick, found.at(-1) ?? "nothing.ldx");
};

const openTask = async ({ go, row, beside }: Desk, title: string): Promise<void> => {
  await go("tasks");
  await row(title).getByText(title).first().click();
  await expect(beside.getByRole("heading", { name: title })).toBeVisible();
};

const retitle = async (desk: Desk, from: string, to: string): Promise<void> => {
  const { beside, say } = desk;
  await openTask(desk, from);
  await beside.getByRole("button", { name: new RegExp(`^${say("tasks.act.edit")}`) }).click();
  const form = beside.getByRole("form", { name: say("tasks.form.edit") });
  await fillIn(form, say("tasks.fields.title"), to);
  await form.press("Control+Enter");
  await expect(form).toBeHidden();
};

test("two offices with sticks: first contact, a task down, its progress up, a double click, a conflict decided", async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const townData = join(dataFolder, "town");
  await mkdir(townData);
  const city = deskAt(await start({ dataFolder: join(dataFolder, "city") }));
  let below = deskAt(await start({ dataFolder: townData }));

  await test.step("both begin, and make their keys", async () => {
    await beginOffice(city, "淄博市", "淄博市");
    await beginOffice(below, "370303001", town);
    await setUpKeys(city);
    await setUpKeys(below);
    await below.picture("exchange-start");
  });

  await test.step("the town writes its card, the city compares the fingerprint and enrols it", async () => {
    const card = join(stick, "card.ldx");
    await answerDialogs(below.program, { save: card });
    await below.tab("start");
    const told = await fingerprintOn(below.page.locator("main"));
    await below.button("exchange.start.ours1Act").click();
    await expect(below.toast("card.ldx")).toBeVisible();

    await answerDialogs(city.program, { open: [card], save: join(stick, "roster.ldx") });
    await city.tab("start");
    await city.button("exchange.start.theirs2Act").click();
    await city.dialog.getByRole("button", { name: city.say("exchange.enrol.pick") }).click();
    await expect(city.dialog.locator(".fingerprint-digits")).toBeVisible();
    expect(await fingerprintOn(city.dialog)).toBe(told);
    await city.page.getByRole("checkbox", { name: city.say("exchange.enrol.compared") }).check();
    await city.picture("exchange-enrol");
    await city.button("exchange.enrol.yes").click();
    await expect(city.dialog.getByText("roster.ldx")).toBeVisible();
    await city.dialog
      .getByRole("button", { name: city.say("app.action.close"), exact: true })
      .last()
      .click();
  });

  await test.step("the town takes the roster in by a double click, after comparing the city's fingerprint", async () => {
    const known = await fingerprintOn(city.page.locator("main"));
    expect(await doubleClick(below.program, join(stick, "roster.ldx"))).toBe(0);
    await below.button("exchange.inbox.lead.rosterAct").click();
    await expect(below.dialog.locator(".fingerprint-digits")).toBeVisible();
    expect(await fingerprintOn(below.dialog)).toBe(known);
    await below.page.getByRole("checkbox", { name: below.say("exchange.trust.compared") }).check();
    await below.picture("exchange-trust");
    await below.button("exchange.trust.yes").click();
    await expect(below.dialog).toBeHidden();
  });

  await test.step("the city assigns a task, and writes what is due to the stick", async () => {
    await answerDialogs(city.program, { open: [taskList] });
    await city.go("tasks");
    await city.page
      .getByRole("button", { name: city.say("tasks.act.import") })
      .first()
      .click();
    await importList(city);
    await openTask(city, task);
    await city.beside.getByRole("button", { name: new RegExp(`^${city.say("tasks.act.assign")}`) }).click();
    await pickUnit(city, city.dialog.getByRole("combobox").first(), town);
    await city.dialog.getByRole("button", { name: city.say("tasks.assigning.ok", { count: 1 }) }).click();
    await expect(city.dialog).toBeHidden();
    await writeToStick(city, stick);
    await city.picture("exchange-outbox");
  });

  await test.step("a double click brings the file into the town's inbox, also when the program was not running", async () => {
    await below.program.close();
    below = deskAt(await start({ dataFolder: townData, files: [await bundleFrom("淄博市")] }));
    await expect(below.page.getByText(below.say("exchange.inbox.would")).first()).toBeVisible();
    await below.picture("exchange-inbox");
    await takeWaiting(below);
  });

  await test.step("the town reports, and its file goes back", async () => {
    await openTask(below, task);
    const progress = below.say("tasks.act.progress");
    await below.beside
      .getByRole("button", { name: new RegExp(`^${progress}`) })
      .first()
      .click();
    await below.dialog.getByRole("textbox").first().fill("已到三处河道检查");
    await below.dialog.getByRole("button", { name: progress, exact: true }).click();
    await expect(below.dialog).toBeHidden();
    await writeToStick(below, stick);
    expect(await doubleClick(city.program, await bundleFrom(town))).toBe(0);
    await takeWaiting(city);
    await openTask(city, task);
    await expect(city.beside).toContainText("已到三处河道检查");
    await city.picture("exchange-reported");
  });

  await test.step("both change the title: the city sees both values, and decides by keyboard", async () => {
    await retitle(city, task, "组织环保世纪行（全市）");
    // The title is the city's to write: what the town writes is a proposal, and does not stand by itself.
    await retitle(below, task, "组织环保世纪行（街道）");
    await expect(below.beside.getByRole("heading", { name: task, exact: true })).toBeVisible();
    await below.picture("exchange-proposed");
    await writeToStick(below, stick);
    expect(await doubleClick(city.program, await bundleFrom(town))).toBe(0);
    await takeWaiting(city);
    await city.tab("conflicts");
    const sides = city.page.locator("button[role=radio]");
    await expect(sides).toHaveCount(2);
    await city.picture("exchange-conflict");
    const texts = await sides.allInnerTexts();
    await city.page.keyboard.press(String(texts.findIndex((text) => text.includes("（街道）")) + 1));
    await expect(city.page.locator("button[role=radio][aria-checked=true]")).toContainText("（街道）");
    await city.page.keyboard.press("Enter");
    await expect(city.page.getByText(city.say("exchange.conflicts.none"))).toBeVisible();
  });

  await test.step("the decision stands at the town too, and both have the same", async () => {
    await writeToStick(city, stick);
    expect(await doubleClick(below.program, await bundleFrom("淄博市"))).toBe(0);
    await takeWaiting(below);
    await openTask(below, "组织环保世纪行（街道）");
    await below.tab("conflicts");
    await expect(below.page.getByText(below.say("exchange.conflicts.none"))).toBeVisible();
    await below.tab("outbox");
    await expect(below.page.getByText(below.say("exchange.outbox.same"), { exact: true }).first()).toBeVisible();
    await below.picture("exchange-same");
  });
});
