/** Types of what the tests use of the set-up step. */
interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly optional?: boolean }>>;
}

export declare const installedAsLocked: (lock: LockFile, installed: LockFile | undefined) => boolean;
