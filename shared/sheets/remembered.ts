/** Lists say the same thing in row after row; what a text means is worked out once. */

/** `read`, asked once for each text. Meant to live as long as one reading, so that nothing piles up. */
export const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
};
