/**
 * EX21: the database of an office is never shared as a file. Whether a data folder lies on a network share or in a
 * cloud drive's folder is told from its path and the table of mounts alone.
 */

/** One line of the mounts: where, and which file system. */
export interface Mount {
  readonly at: string;
  readonly type: string;
}

const networkTypes =
  /^(?:nfs4?|cifs|smb\w*|afpfs|webdav|davfs2?|fuse\.(?:sshfs|davfs2|rclone|gvfsd-fuse|glusterfs|s3fs|seadrive)|9p|ncpfs|afs|ceph|glusterfs|prl_fs|vboxsf|vmhgfs)$/;

/** Folders that programs of cloud drives keep in step with a server, by name. */
const cloudFolders: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?:$| - )/i, "OneDrive"],
  [/^dropbox(?:$| \()/i, "Dropbox"],
  [/^google drive$|^googledrive$|^my drive$/i, "Google Drive"],
  [/^icloud ?drive$|^com~apple~clouddocs$|^mobile documents$/i, "iCloud"],
  [/^baidu(?:netdisk|syncdisk|netdiskworkspace|netdiskdownload)\w*$/i, "BaiduNetdisk"],
  [/^nutstore(?: ?files)?$|^\u6211\u7684\u575a\u679c\u4e91$/i, "Nutstore"],
  [/^wps(?:drive| ?cloud ?files|\u4e91\u76d8)$/i, "WPS"],
  [/^seafile$|^nextcloud$|^owncloud$|^pcloud ?drive$|^synologydrive$/i, "Nextcloud"],
];

/** The lines of `/proc/mounts`. */
export const mountsIn = (text: string): Mount[] =>
  text.split("\n").flatMap((line) => {
    const [, at, type] = line.split(" ");
    return at !== undefined && type !== undefined ? [{ at: at.replaceAll(/\\(\d{3})/g, octal), type }] : [];
  });

const octal = (_: string, digits: string): string => String.fromCodePoint(Number.parseInt(digits, 8));

/** What the folder lies on: the share's file system or the cloud drive's name; null: a disk of this computer. */
export const sharedFolderOf = (path: string, mounts: readonly Mount[]): string | null => {
  const plain = path.replaceAll("\\", "/");
  if (/^\/\/[^/]/.test(plain)) return plain.split("/").slice(0, 4).join("/");
  const over = mounts
    .filter(({ at }) => plain === at || plain.startsWith(at.endsWith("/") ? at : `${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)[0];
  if (over && networkTypes.test(over.type)) return `${over.at} (${over.type})`;
  const parts = plain.split("/");
  return cloudFolders.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1] ?? null;
};
