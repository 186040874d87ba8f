/** Sets the stand-in's fuses; a script of its own because @electron/fuses wants the tool chain's newer Node. */
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";

await flipFuses(process.argv[2], {
  version: FuseVersion.V1,
  // Playwright drives the program through the inspector.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  // The snapshot that this fuse asks for belongs to the program the runtime was taken from and is dropped.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});
