/**
 * `app://`: the program's own scheme in place of file://. `app://program/…` serves the built window and nothing outside
 * its folder, `app://evidence/<sha256>` serves pictures and PDF of the data folder by their hash. Every answer carries
 * the content security policy.
 */
import { appScheme, evidenceHost, programHost } from "#shared/contract/bridge.ts";
import { protocol, type Session } from "electron";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { readEvidence } from "./evidence.ts";
import { fileInside } from "./confined-path.ts";

/**
 * Nothing but our own scripts, no connection to anywhere. antd writes its styles into the page, hence 'unsafe-inline'
 * for styles alone; `data:` pictures are those that charts and components draw themselves.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' ${appScheme}://${evidenceHost} data:`,
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const programUrl = `${appScheme}://${programHost}/`;

export const startPage = `${programUrl}index.html`;

export const isOwnPage = (url: string): boolean => url.startsWith(programUrl);

/** Must run before the app is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

const respond = (status: number, body: Uint8Array | string, type = "text/plain; charset=utf-8"): Response =>
  new Response(typeof body === "string" ? body : new Uint8Array(body), {
    status,
    headers: {
      "content-type": type,
      "content-security-policy": contentSecurityPolicy,
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": "no-referrer",
    },
  });

const refuse = (status: number): Response => respond(status, `${status}`);

const serveProgram = async (folder: string, url: URL): Promise<Response> => {
  const path = fileInside(folder, url.pathname === "/" ? "/index.html" : url.pathname);
  if (path === undefined) return refuse(403);
  const type = types[extname(path)];
  if (type === undefined) return refuse(415);
  try {
    return respond(200, await readFile(path), type);
  } catch {
    return refuse(404);
  }
};

const serveEvidence = async (dataFolder: string, url: URL): Promise<Response> => {
  const found = await readEvidence(dataFolder, url.pathname.slice(1));
  if (found === "unknown") return refuse(404);
  if (found === "not shown") return refuse(415);
  return respond(200, found.content, found.type);
};

/** Serves the scheme in this session. `programFolder` holds index.html. */
export const serveScheme = (session: Session, programFolder: string, dataFolder: string): void => {
  session.protocol.handle(appScheme, async (request) => {
    if (request.method !== "GET") return refuse(405);
    const url = new URL(request.url);
    if (url.host === programHost) return serveProgram(programFolder, url);
    if (url.host === evidenceHost) return serveEvidence(dataFolder, url);
    return refuse(404);
  });
};
