/** Names of villages as people write them down: one in each line, or several parted as lists part them; each once. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n\t、，,;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];
