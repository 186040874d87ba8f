/**
 * Lint rules of this house, each the memory of a mistake: imports across rooms, words outside the translations, raw IPC
 * outside its one file. oxlint loads this as a JavaScript plugin; the default export is what its plugin interface asks for.
 */
import { relative, resolve } from "node:path";
import { whyForbidden } from "./rooms.js";

const repository = resolve(import.meta.dirname, "../..");

/** The linted file relative to the repository; the rule's test lints a copy of the tree and says where it begins. */
const pathIn = (context) =>
  relative(process.env.LIANDONG_LINT_ROOT ?? repository, context.physicalFilename ?? context.filename).replaceAll(
    "\\",
    "/",
  );

const roomsRule = {
  create(context) {
    const from = pathIn(context);
    const check = (source) => {
      if (typeof source?.value !== "string") return;
      const why = whyForbidden(from, source.value);
      if (why !== undefined) context.report({ node: source, message: why });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal ?? node.argument),
    };
  },
};

const chinese = /\p{Script=Han}/u;

const wordsRule = {
  create(context) {
    const check = (text, node) => {
      if (!chinese.test(text)) return;
      context.report({ node, message: `Words belong into shared/translations: '${text.trim().slice(0, 30)}'` });
    };
    return {
      Literal: (node) => check(typeof node.value === "string" ? node.value : (node.regex?.pattern ?? ""), node),
      TemplateElement: (node) => check(node.value.raw, node),
      JSXText: (node) => check(node.value, node),
    };
  },
};

const rawIpcHomes = { ipcMain: "electron/main/ipc.ts", ipcRenderer: "electron/preload/ipc.ts" };

const rawIpcRule = {
  create(context) {
    const from = pathIn(context);
    const check = (node, name) => {
      const home = Object.hasOwn(rawIpcHomes, name) ? rawIpcHomes[name] : undefined;
      if (home !== undefined && home !== from)
        context.report({ node, message: `${name} is touched in ${home} alone.` });
    };
    return {
      ImportSpecifier: (node) => check(node, node.imported.name ?? node.imported.value),
      MemberExpression: (node) => {
        if (!node.computed) check(node, node.property.name);
      },
    };
  },
};

export default {
  meta: { name: "liandong" },
  rules: { rooms: roomsRule, "words-in-translations": wordsRule, "raw-ipc": rawIpcRule },
};
