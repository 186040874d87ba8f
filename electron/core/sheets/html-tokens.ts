/** HTML as a list of tags and texts, forgiving as browsers are: `>` within quotes, missing closing tags, any case. */

export type HtmlToken =
  | { readonly kind: "open" | "close"; readonly name: string; readonly tag: string }
  | { readonly kind: "text"; readonly text: string };

/** No attribute is longer; a quotation mark without its partner must not swallow the page. */
const LONGEST_TAG = 8192;

const endOfTag = (html: string, from: number): number => {
  let quote = "";
  const limit = Math.min(html.length, from + LONGEST_TAG);
  for (let at = from; at < limit; at++) {
    const character = html.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return html.indexOf(">", from);
};

/** Contents of these are no text. */
const SILENT = new Set(["script", "style", "head", "xml", "title"]);

const afterSilent = (html: string, name: string, from: number): number => {
  const close = html.toLowerCase().indexOf(`</${name}`, from);
  return close === -1 ? html.length : close;
};

export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const textEnd = open === -1 ? html.length : open;
    if (textEnd > at) yield { kind: "text", text: html.slice(at, textEnd) };
    if (open === -1) return;
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end === -1 ? html.length : end + 3;
      continue;
    }
    const name = /^<(\/?)([a-zA-Z!?][\w:-]*)/u.exec(html.slice(open, open + 64));
    const end = name ? endOfTag(html, open + 1) : -1;
    if (!name || end === -1) {
      yield { kind: "text", text: "<" };
      at = open + 1;
      continue;
    }
    const lower = (name[2] ?? "").toLowerCase();
    const isClose = name[1] === "/";
    yield { kind: isClose ? "close" : "open", name: lower, tag: html.slice(open, end + 1) };
    at = !isClose && SILENT.has(lower) && !html.startsWith("/>", end - 1) ? afterSilent(html, lower, end + 1) : end + 1;
  }
}
