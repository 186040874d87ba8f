/** yauzl as an async iteration: one entry at a time, each with a way to read it. */

/**
 * @param {typeof import("yauzl")} yauzl
 * @param {string} file
 * @returns an async iterable of `{ entry, read() → Promise<Readable> }`
 */
export const openPromise = async (yauzl, file) => {
  const zip = await new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const read = (entry) =>
    new Promise((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  const next = () =>
    new Promise((resolve, reject) => {
      zip.removeAllListeners();
      zip
        .once("entry", resolve)
        .once("end", () => resolve(undefined))
        .once("error", reject);
      zip.readEntry();
    });
  return (async function* entries() {
    try {
      for (let entry = await next(); entry !== undefined; entry = await next())
        yield { entry, read: () => read(entry) };
    } finally {
      zip.close();
    }
  })();
};
