/** By what end of its name a file of exchange is known. Apart from the names themselves: the main process needs no words. */

/** Every file that opens by a double click: bundles, cards, rosters, welcome files, receipts. */
export const bundleExtension = "ldx";

export const isBundleName = (name: string): boolean => name.toLowerCase().endsWith(`.${bundleExtension}`);
