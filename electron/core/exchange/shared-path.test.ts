import { expect, test } from "vitest";
import { mountsIn, sharedFolderOf } from "./shared-path.ts";

const mounts = mountsIn(
  [
    "/dev/sda1 / ext4 rw 0 0",
    "//srv/office /mnt/office cifs rw 0 0",
    "srv:/home /home/on\\040server nfs4 rw 0 0",
    "tmpfs /tmp tmpfs rw 0 0",
    "me@srv: /home/me/far fuse.sshfs rw 0 0",
  ].join("\n"),
);

test("EX21: a data folder on a share or in a cloud drive's folder is told, one on this computer's disk is not", () => {
  const told = (path: string): string | null => sharedFolderOf(path, mounts);
  expect(told("/home/me/liandong")).toBeNull();
  expect(told("/mnt/office/liandong")).toBe("/mnt/office (cifs)");
  expect(told("/mnt/office-local")).toBeNull();
  expect(told("/home/on server/liandong")).toBe("/home/on server (nfs4)");
  expect(told("/home/me/far")).toBe("/home/me/far (fuse.sshfs)");
  expect(told("\\\\srv\\office\\liandong")).toBe("//srv/office");
  expect(told("C:\\Users\\me\\OneDrive - Office\\liandong")).toBe("OneDrive");
  expect(told("C:\\Users\\me\\Documents\\liandong")).toBeNull();
  expect(told("/home/me/Nutstore Files/liandong")).toBe("Nutstore");
  expect(told("/home/me/Dropbox/liandong")).toBe("Dropbox");
});
