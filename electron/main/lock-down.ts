/**
 * What a window of this program can never do, whatever comes to run in it: ask for a permission, go to another page, open
 * another window, reach the network. One place, applied to every web contents that is ever made.
 */
import { appScheme } from "#shared/contract/bridge.ts";
import { app, type Session } from "electron";
import { isOwnPage } from "./scheme.ts";

/** Must run before the app is ready: no name is ever resolved, and Chromium's own background requests are off. */
export const lockDownNetwork = (): void => {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
};

const mayLoad = (url: string): boolean =>
  [`${appScheme}:`, "devtools:", "data:", "blob:"].some((scheme) => url.startsWith(scheme));

export const lockDownSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url) }));
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
};

export const lockDownContents = (): void => {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
    });
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
};
