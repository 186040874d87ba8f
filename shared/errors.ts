/**
 * One kind of error crosses every border of the program (service → contract → window, service → command line).
 * It carries a code and the facts; the words for it stand in the translations under `errors.<code>.message` and
 * `errors.<code>.hint`, so that the same refusal reads well in Chinese, in English and in a script's JSON.
 */

export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal that a person can act on. `code` is kebab-case and has a message and a hint in the translations. */
export class AppError extends Error {
  readonly code: string;
  readonly params: ErrorParams;

  constructor(code: string, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.params = params;
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
