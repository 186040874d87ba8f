/**
 * Where the data lies when nobody says otherwise: the platform's place for application data, the same for the window
 * and the command line. Pure, so that both can ask it: the caller brings the platform, environment and home folder.
 */

export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** `LIANDONG_DATA`, or the platform's default. A `--data` argument goes before both and is the caller's. */
export const defaultDataFolder = ({ platform, env, home }: Machine): string => {
  if (env["LIANDONG_DATA"]) return env["LIANDONG_DATA"];
  if (platform === "win32") return `${env["APPDATA"] ?? `${home}\\AppData\\Roaming`}\\liandong`;
  if (platform === "darwin") return `${home}/Library/Application Support/liandong`;
  return `${env["XDG_DATA_HOME"] || `${home}/.local/share`}/liandong`;
};
