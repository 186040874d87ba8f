/** For tests and benches: what long work comes to, whatever it told of on the way. */
export const resultOf = async <Result>(
  events: Promise<AsyncIterable<{ type: "progress" } | { type: "done"; result: Result }>>,
): Promise<Result> => {
  for await (const event of await events) if (event.type === "done") return event.result;
  throw new Error("the work ended without a result");
};
