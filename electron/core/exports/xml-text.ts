/** Text as XML 1.0 can hold it at all, for every package of XML parts that is written (workbooks, Word documents). */

// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold at all
const notHeld = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Control characters and half surrogates are left out. */
export const heldByXml = (text: string): string => text.replaceAll(notHeld, "");
