/** The window's entry: words first, then the screen; what it shows depends on where core stands (shell/App.tsx). */
import "./zod.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient, watchForChanges } from "./client.ts";
import { startLanguage } from "./i18n.ts";
import { App } from "./shell/App.tsx";
import { Themed } from "./ui/theme/Themed.tsx";
import "./ui/theme/base.css";
import "./ui/list/list.css";
import "./ui/list/print.css";
import "./ui/detail/detail.css";
import "./shell/shell.css";
import "./shell/workbench.css";
import "./system/first-run.css";
import "./system/settings.css";

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root");

await startLanguage();
void watchForChanges();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Themed>
        <App />
      </Themed>
    </QueryClientProvider>
  </StrictMode>,
);
