/**
 * The shape of another language's words: every key of the Chinese ones, each with words of its own. The Chinese words
 * lead, because the people who use this program speak them.
 */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};
