/** Refusals about keys, cards and rosters, in English. */
export const identityErrors = {
  "keys-missing": {
    message: "This computer has no keys yet.",
    hint: "Make them under “Exchange → First contact” (command line: exchange card makes them by itself).",
  },
  "keys-there": {
    message: "This computer has keys already; no others were made.",
    hint: "To protect them otherwise, set a passphrase; for another recovery code, ask for a new one.",
  },
  "keys-damaged": {
    message: "The file of keys is damaged and cannot be read: {{path}}",
    hint: "Restore the latest backup and give the recovery code; without one, move this file away, make new keys and be enrolled anew.",
  },
  "keys-locked": {
    message: "The keys are under a passphrase and have not been unlocked.",
    hint: "Give the passphrase under “Exchange”, or the recovery code if it was forgotten (command line: LIANDONG_PASSPHRASE in the environment).",
  },
  "keys-locked-os": {
    message: "The operating system keeps the keys, and started like this the program cannot get them.",
    hint: "Use the window. After a change of computer, system or user, unlock them by the recovery code.",
  },
  "keys-locked-recovery": {
    message: "These data were restored from a backup; the recovery code unlocks their keys.",
    hint: "Give the recovery code under “Exchange” (seven groups, written down when the keys were made). Without it, make new keys and be enrolled anew.",
  },
  "passphrase-short": {
    message: "The passphrase is too short and was not set.",
    hint: "Use at least {{least}} characters.",
  },
  "passphrase-wrong": {
    message: "The passphrase is wrong.",
    hint: "Check capitals and the input method and try again; if it was forgotten, give the recovery code.",
  },
  "recovery-none": {
    message: "No recovery code was made for these keys.",
    hint: "Unlock them by the passphrase, then ask for a new recovery code and write it down.",
  },
  "recovery-code-wrong": {
    message: "The recovery code was typed rightly, but does not open these keys.",
    hint: "A new one may have been made since: a backup needs the code of its time. Or it is another office’s.",
  },
  "code-mistyped": {
    message: "Some characters of this code are wrong or missing.",
    hint: "It has {{length}} letters and digits; compare it group by group. It has no letters I, L, O and U.",
  },
  "card-not-one": {
    message: "This is no card, or it was altered.",
    hint: "Ask for a new card, copied as it is.",
  },
  "card-own": {
    message: "This is this computer’s own card, which it does not enrol.",
    hint: "Give it to the office above; to enrol another computer of this office, use the card that was written there.",
  },
  "card-above": {
    message: "“{{name}}” stands above this office, which cannot enrol it.",
    hint: "Give it the card of this office, and let it enrol that.",
  },
  "card-not-below": {
    message: "“{{name}}” ({{code}}) does not lie in this office’s area, which cannot enrol it.",
    hint: "Let it give its card to the office above it; if the division on the card is wrong, let it be set right and the card written anew.",
  },
  "card-of-further-computer": {
    message: "This card is of another computer of “{{name}}”, not of its exchange desk.",
    hint: "Ask “{{name}}” for the card of its desk; “{{name}}” enrols its other computers itself.",
  },
  "not-the-desk": {
    message: "This computer is not the exchange desk and does not have the office’s signing key.",
    hint: "Do this at the office’s exchange desk.",
  },
  "not-enrolled": {
    message: "No office above has enrolled this one, so it cannot do this.",
    hint: "Give the card of this office to the one above, and take in the roster that it writes. If this is the topmost office, enrol the first card from below.",
  },
  "roster-not-one": {
    message: "This is no roster, or it is incomplete.",
    hint: "Ask for a new roster, copied as it is.",
  },
  "roster-without-us": {
    message: "The roster does not name this office ({{code}}) and was not taken in.",
    hint: "Make sure that the office above has enrolled this office’s card, and that this roster was written after that.",
  },
  "roster-other-key": {
    message: "The roster names this office ({{code}}), but by other keys than this computer’s, and was not taken in.",
    hint: "An old card may have been enrolled. Write the card anew here, have it enrolled (by the office above, or by this office’s desk), and take the new roster in.",
  },
  "root-above": {
    message: "The topmost office of this roster ({{offered}}) stands above the one trusted until now ({{pinned}}).",
    hint: "Compare fingerprints with {{offered}}, then choose to be adopted (command line: --adopt). The offices below follow by themselves.",
  },
  "root-other": {
    message:
      "The topmost office of this roster ({{offered}}) is not the one trusted ({{pinned}}); it was not taken in.",
    hint: "Ask why, and compare fingerprints by telephone. If it has truly changed, take it in with --adopt.",
  },
  "device-unknown": {
    message: "The roster has no such computer of “{{office}}” ({{device}}).",
    hint: "“Offices and devices” shows which computers it has.",
  },
  "revoke-not-ours": {
    message: "“{{office}}” does not lie in this office’s area, which cannot revoke its computers.",
    hint: "It or an office above it has to do that.",
  },
  "revoke-this-computer": {
    message: "This computer cannot revoke itself.",
    hint: "Do it at another exchange desk of this office or ask the office above; move the desk first.",
  },
  "desk-here": {
    message: "This computer is the exchange desk already.",
    hint: "To move it, choose another computer under “Offices and devices”.",
  },
  "welcome-not-below": {
    message: "{{code}} does not lie in this office’s area, which cannot write a welcome for it.",
    hint: "Choose a unit below this office; others are welcomed by the office above them.",
  },
  "welcome-malformed": {
    message: "What is in the welcome file is incomplete; nothing was begun.",
    hint: "Ask the office above for a new welcome file.",
  },
  "welcome-taken": {
    message: "This welcome was taken already; the office has begun here.",
    hint: "Just go on; if something is missing, ask the office above for another bundle.",
  },
} as const;
