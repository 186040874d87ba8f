/** A code to be read out or written down: large, in its groups, never broken within one. */

/** Each group with the dash after it, and its place. */
const groupsOf = (code: string): readonly { readonly text: string; readonly at: number }[] =>
  [...code.matchAll(/[^-]+-?/g)].map((match) => ({ text: match[0], at: match.index }));

export const SpokenCode = ({ code }: { readonly code: string }) => (
  <p className="big-code figure" translate="no">
    {groupsOf(code).map(({ text, at }) => (
      <span key={at}>{text}</span>
    ))}
  </p>
);
