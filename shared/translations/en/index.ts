/** Every capability's words in this language. */
export { app } from "./app.ts";
export { cli } from "./cli.ts";
export { errors } from "./errors.ts";
export { exchange } from "./exchange.ts";
export { exports } from "./exports.ts";
export { files } from "./files.ts";
export { history } from "./history.ts";
export { imports } from "./imports.ts";
export { issues } from "./issues.ts";
export { lights } from "./lights.ts";
export { problems } from "./problems.ts";
export { shell } from "./shell.ts";
export { system } from "./system.ts";
export { tasks } from "./tasks.ts";
export { units } from "./units.ts";
