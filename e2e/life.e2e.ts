/** The shell's life: one window per data folder, where it was, in the language chosen; an about box that tells the truth. */
import { spawn } from "node:child_process";
import { expect, test } from "./fixtures.ts";
import { repository, runtime } from "./launch.ts";

const asRoot = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];

interface Shell {
  readonly showAbout: () => Promise<void>;
}

test("a second start on the same data folder ends, and the first window stays the only one", async ({ program }) => {
  const second = spawn(runtime().executable, [...asRoot, repository, "--data", program.dataFolder], {
    stdio: "ignore",
  });
  const code = await new Promise((resolve) => {
    second.once("exit", resolve);
  });
  expect(code).toBe(0);
  expect(program.app.windows()).toHaveLength(1);
});

test("the window comes back where it was, with its menu in the language chosen", async ({ start }) => {
  const first = await start();
  const labels = (program: typeof first): Promise<(string | undefined)[]> =>
    program.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  expect(await labels(first)).toEqual(["文件", "编辑", "视图", "帮助"]);
  await first.page.getByText("English").click();
  await expect.poll(() => labels(first)).toEqual(["File", "Edit", "View", "Help"]);
  const bounds = { x: 40, y: 30, width: 1100, height: 640 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await first.close();

  const again = await start({ size: "remembered" });
  await expect(again.page.getByText("English")).toBeVisible();
  expect(await labels(again)).toEqual(["File", "Edit", "View", "Help"]);
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
    bounds,
  );
});

test("the about box names the Electron it runs on, and the stand-in where it is one", async ({ program }) => {
  await program.app.evaluate(({ dialog }) => {
    const shown = globalThis as unknown as { about?: string };
    dialog.showMessageBox = (...args: unknown[]) => {
      const options = args.at(-1) as { detail?: string };
      shown.about = options.detail;
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await program.page.evaluate(() => (globalThis as unknown as { liandong: Shell }).liandong.showAbout());
  const about = await program.app.evaluate(() => (globalThis as unknown as { about?: string }).about ?? "");
  expect(about).toContain(`Electron ${runtime().electronVersion}`);
  expect(about).toContain(program.dataFolder);
  expect(about.includes("替身")).toBe(runtime().kind === "stand-in");
});
