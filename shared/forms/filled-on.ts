/** The day that stands above the table (填报日期): when it was filled in, where a row names no day of its own. */
import { languages, word } from "../translations/index.ts";
import { meaningOf } from "./cell.ts";
import { plain } from "./reading-words.ts";

type HeadText = { readonly at: string; readonly text: string };

/** `rest`: the texts above the table without it. A day that cannot be read stays among them. */
export const filledOn = (
  head: readonly HeadText[],
  today: string,
): { day: string | null; rest: readonly HeadText[] } => {
  const labels = languages.map((language) => plain(word(language, "forms.head.filledOn")));
  for (const [at, { text }] of head.entries()) {
    const label = labels.find((each) => plain(text).startsWith(each));
    if (label === undefined) continue;
    const beside = plain(text).slice(label.length);
    const day = dayOf(beside === "" ? (head[at + 1]?.text ?? "") : beside, today);
    if (day === null) return { day, rest: head };
    return { day, rest: head.filter((_, other) => other !== (beside === "" ? at + 1 : at)) };
  }
  return { day: null, rest: head };
};

const dayOf = (text: string, today: string): string | null => {
  const meaning = meaningOf("on", text, today);
  return meaning.kind === "said" ? meaning.text : null;
};
