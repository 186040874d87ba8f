/** Columns repeat themselves (the same units, the same deadline): what was read once is not read again. */

const MOST = 5000;

/** `read` with its answers kept by text, within one reading of one list. */
export const memo = <Answer>(read: (text: string) => Answer): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size < MOST) answers.set(text, answer);
    return answer;
  };
};
