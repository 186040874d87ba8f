/**
 * Step: Chromium's sandbox on Linux. It needs user namespaces, or its helper owned by root with the set-user-id bit; on
 * distributions that restrict the first (Ubuntu 24.04), Electron from a folder of one's own aborts without a useful
 * word, so it is said here. Root runs without it, which only containers and test machines do.
 */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { said, StepFailed } from "./say.mjs";

const kernelSays = async (file, forbidding) => (await readFile(file, "utf8").catch(() => "")).trim() === forbidding;

const namespacesAreRestricted = async () =>
  (await kernelSays("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1")) ||
  (await kernelSays("/proc/sys/kernel/unprivileged_userns_clone", "0")) ||
  (await kernelSays("/proc/sys/user/max_user_namespaces", "0"));

const helperIsReady = async (helper) => {
  const found = await stat(helper).catch(() => undefined);
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
};

export const checkSandbox = async (runtime) => {
  if (process.platform !== "linux") return said("the system's own");
  if (process.getuid() === 0) return said("none, since this is root");
  const helper = join(runtime.dist, "chrome-sandbox");
  if (!(await namespacesAreRestricted()) || (await helperIsReady(helper))) return said("works");
  throw new StepFailed(
    "this system does not let programs make user namespaces, which Chromium's sandbox needs",
    `give its helper the right once: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}' — then run the same command again.`,
  );
};
