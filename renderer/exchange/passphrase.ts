/** Whether two entries of a passphrase will do. */
const shortest = 8;

/** @param optional keys may be made without one */
export const passphraseTrouble = (
  first: string,
  again: string,
  optional: boolean,
): "passphraseShort" | "passphraseDiffers" | undefined => {
  if (first === "" && again === "" && optional) return undefined;
  if (Array.from(first).length < shortest) return "passphraseShort";
  return first === again ? undefined : "passphraseDiffers";
};
