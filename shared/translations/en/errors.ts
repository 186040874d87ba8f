/** Words of every refusal, in English. */
export const errors = {
  // The window
  internal: {
    message: "The program made an internal mistake.",
    hint: "No data was affected. Try again; if it happens again, send the technical details to whoever maintains it.",
  },
  "core-lost": {
    message: "The background program stopped before this was done.",
    hint: "It has been started again; please try once more.",
  },
  "invalid-input": {
    message: "What was entered is not acceptable.",
    hint: "Please check the marked fields.",
  },
} as const;
