/** What has no way back: purged values are gone, and with the exchange desk the office's key went to another computer. */
const final: ReadonlySet<string> = new Set(["system.init", "exchange.purge", "exchange.move-desk"]);

/** Whether a commit of this action can be taken back, as far as its action says; the window offers it only then. */
export const isUndoable = (action: string): boolean => !final.has(action);
