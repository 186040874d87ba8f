/** What the window is never able to do, tried from inside the real one. */
import { mkdir, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

test("the window has no Node, and its bridge is all it has", async ({ program }) => {
  const seen = await program.page.evaluate(() => ({
    node: ["require", "process", "module", "Buffer"].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { liandong: object }).liandong).toSorted(),
  }));
  expect(seen.node).toEqual([]);
  expect(seen.bridge).toEqual([
    "connect",
    "coreState",
    "onCoreState",
    "onOpenedFiles",
    "onReminderClicked",
    "openEvidence",
    "pathOfDroppedFile",
    "pickFiles",
    "pickSavePath",
    "quit",
    "remind",
    "restartCore",
    "revealInFolder",
    "setBadge",
    "setLanguage",
    "showAbout",
    "systemLanguage",
    "takeOpenedFiles",
    "versions",
  ]);
});

test("the window reaches no network: fetch, pictures and the host resolver are refused", async ({ program }) => {
  const outcome = await program.page.evaluate(async () => {
    const fetched = await fetch("https://example.com/").then(
      () => "reached",
      () => "refused",
    );
    const picture = await new Promise((resolve) => {
      const image = new Image();
      image.addEventListener("load", () => resolve("reached"));
      image.addEventListener("error", () => resolve("refused"));
      image.src = "http://127.0.0.1:9/x.png";
    });
    return [fetched, picture];
  });
  expect(outcome).toEqual(["refused", "refused"]);
  expect(program.complaints.filter((text) => text.includes("Content Security Policy")).length).toBeGreaterThan(0);
  program.complaints.length = 0;
  const fromMain = await program.app.evaluate(({ session }) =>
    session.defaultSession.fetch("https://example.com/").then(
      () => "reached",
      () => "refused",
    ),
  );
  expect(fromMain).toBe("refused");
});

test("navigation, new windows and permissions are denied", async ({ program }) => {
  const outcome = await program.page.evaluate(async () => {
    const opened = globalThis.open("https://example.com/");
    globalThis.location.href = "https://example.com/";
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const permission = await navigator.permissions.query({ name: "geolocation" });
    return { opened: opened === null, at: globalThis.location.href, permission: permission.state };
  });
  expect(outcome).toEqual({ opened: true, at: expect.stringMatching(/^app:\/\/program\//), permission: "denied" });
  expect(program.app.windows()).toHaveLength(1);
});

test("app:// serves nothing outside the program's folder", async ({ program }) => {
  const statuses = await program.app.evaluate(async ({ session }) => {
    const paths = [
      "program/index.html",
      "program/..%2f..%2fpackage.json",
      "program/%2e%2e/%2e%2e/package.json",
      "program/..%5c..%5cpackage.json",
      "program/assets",
      "other/index.html",
    ];
    return Promise.all(paths.map(async (path) => (await session.defaultSession.fetch(`app://${path}`)).status));
  });
  expect(statuses[0]).toBe(200);
  expect(statuses.slice(1).every((status) => status >= 400)).toBe(true);
});

test("evidence is shown by its hash, and only what its bytes prove to be a picture or PDF", async ({ program }) => {
  const store = async (content: Buffer): Promise<string> => {
    const hash = createHash("sha256").update(content).digest("hex");
    await mkdir(join(program.dataFolder, "attachments", hash.slice(0, 2)), { recursive: true });
    await writeFile(join(program.dataFolder, "attachments", hash.slice(0, 2), hash), content);
    return hash;
  };
  const png = await store(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  );
  const page = await store(Buffer.from("<script>alert(1)</script>"));
  const answers = await program.app.evaluate(
    async ({ session }, paths) =>
      Promise.all(
        paths.map(async (path) => {
          const response = await session.defaultSession.fetch(`app://evidence/${path}`);
          return `${response.status} ${response.headers.get("content-type")}`;
        }),
      ),
    [png, page, "0".repeat(64), "..%2f..%2fliandong.db"],
  );
  expect(answers[0]).toBe("200 image/png");
  expect(answers[1]).toMatch(/^415 /);
  expect(answers[2]).toMatch(/^404 /);
  expect(answers[3]).toMatch(/^404 /);
});

const stateOfCore = (): Promise<string> => {
  const { liandong } = globalThis as unknown as { liandong: { coreState: () => Promise<{ state: string }> } };
  return liandong.coreState().then(({ state }) => state);
};

test("core killed from outside is reported to the window and is there again", async ({ program }) => {
  await expect.poll(() => program.page.evaluate(stateOfCore)).toBe("ready");
  const states = program.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = [];
        type Listener = (listener: (state: { state: string }) => void) => void;
        const { onCoreState } = (globalThis as unknown as { liandong: { onCoreState: Listener } }).liandong;
        onCoreState(({ state }) => {
          seen.push(state);
          if (state === "ready") resolve(seen);
        });
      }),
  );
  await program.page.waitForTimeout(200);
  await program.killCore();
  expect(await states).toEqual(["stopped", "ready"]);
});

test("the window says which Electron it runs on", async ({ program }) => {
  const versions = await program.page.evaluate(() =>
    (
      globalThis as unknown as { liandong: { versions: () => Promise<{ electron: string; standIn: boolean }> } }
    ).liandong.versions(),
  );
  expect(versions.electron).toBe(await program.app.evaluate(() => process.versions.electron));
});
