/** Refusals when files go out and come in, and what to do. */
export const linkErrors = {
  "exchange-at-the-desk": {
    message: "This computer is not the exchange desk and cannot exchange files with {{office}}.",
    hint: "The desk reads and writes the files of other offices; this computer exchanges with the desk. To make this computer the desk, hand it over under 'Offices and devices'.",
  },
  "exchange-with-oneself": {
    message: "This bundle was written by this very computer; there is nothing to take in.",
    hint: "Give it to the office that it is for. If this computer is a copy of another one, enrol one of the two again.",
  },
  "office-not-enrolled": {
    message: "{{office}} is not in the roster, or all of its computers were revoked; no bundle can be written for it.",
    hint: "Take its card, enrol it and bring it the roster; or first take in a bundle that brings a newer roster.",
  },
  "bundle-begins-after": {
    message:
      "This bundle begins at entry {{first}}, but of what {{from}} sent only entries up to {{last}} are here: a file in between is missing.",
    hint: "Nothing was taken in. Take in the missing file first; if it cannot be found, tell the sender: 'We have up to {{last}}, please write again from there.'",
  },
  "bundle-link-of-another": {
    message: "This bundle says that it comes from {{from}}, but its stream belongs to another office or computer.",
    hint: "Nothing was taken in. Ask {{from}} who wrote this file, and have it written again.",
  },
  "receipt-nothing-taken": {
    message: "No bundle of {{office}} was taken in yet, or its computer was copied: there is no receipt code to tell.",
    hint: "Take in its bundle first; if its computer was copied, have it enrolled again and write another.",
  },
  "receipt-code-mistyped": {
    message: "The receipt code is mistyped.",
    hint: "Have it read out again and compare digit by digit; the last one is a check digit.",
  },
  "receipt-code-other": {
    message: "This receipt code does not fit what was sent to {{office}} (entry {{number}}).",
    hint: "Make sure that they read out the code for this office's files; if it still does not fit, write the bundle for them again.",
  },
} as const;
