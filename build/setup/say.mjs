/**
 * What set-up says: one line per step, a sign of life on long ones, and a failure that names the step, the reason and
 * what to do. Works the same with and without a terminal.
 */

export class StepFailed extends Error {
  /**
   * @param {string} why what went wrong
   * @param {string} whatToDo a sentence the reader can act on
   */
  constructor(why, whatToDo) {
    super(why);
    this.whatToDo = whatToDo;
  }
}

const secondsSince = (start) => ((Date.now() - start) / 1000).toFixed(1);

/** Runs one step: prints its line with what came of it; a failure is printed in full and rethrown. */
export const step = async (title, work) => {
  const start = Date.now();
  try {
    const outcome = await work();
    console.log(`✔ ${title}: ${outcome.said} (${secondsSince(start)} s)`);
    return outcome.value;
  } catch (error) {
    console.error(`✘ ${title} failed after ${secondsSince(start)} s`);
    console.error(`  Why: ${error.message}`);
    console.error(
      `  What to do: ${error.whatToDo ?? "read the lines above; if they do not help, report them together with this one."}`,
    );
    throw error;
  }
};

export const said = (words, value) => ({ said: words, value });

/** Says every ten seconds that `what` is still going on, for as long as `work` takes. */
export const withSignOfLife = async (what, work) => {
  const start = Date.now();
  console.log(`  … ${what}`);
  const timer = setInterval(() => console.log(`  … ${what}: ${Math.round((Date.now() - start) / 1000)} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
