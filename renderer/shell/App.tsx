/** What the window shows as a whole: why the data would not open, the first run, or the program itself. */
import { useEffect, useState } from "react";
import { useCoreHealth } from "../bridge.ts";
import { useSettings, useStatus } from "../client.ts";
import { useWords } from "../i18n.ts";
import { loadPreferences } from "../preferences.ts";
import { FirstRun } from "../system/FirstRun.tsx";
import { Refused } from "../system/Refused.tsx";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { Toasts } from "../ui/toast/Toasts.tsx";
import { Frame } from "./Frame.tsx";

/** Whether the preferences have been read; lists drawn before would flicker into other columns. */
const usePreferencesRead = (): boolean => {
  const [read, setRead] = useState(false);
  useEffect(() => {
    const done = (): void => setRead(true);
    loadPreferences().then(done, done);
  }, []);
  return read;
};

/** The colours of the lights follow the office's setting. */
const useLights = (): void => {
  const scheme = useSettings()?.lightScheme;
  useEffect(() => {
    if (scheme !== undefined) document.documentElement.dataset["lights"] = scheme;
  }, [scheme]);
};

const Opened = () => {
  const status = useStatus();
  const ready = usePreferencesRead();
  const [stay, setStay] = useState(false);
  useLights();
  if (!ready) return null;
  return (
    <Loaded result={status}>
      {(known) =>
        known.office === null || stay ? (
          <FirstRun status={known} onStay={setStay} />
        ) : (
          <Frame status={known} office={known.office} />
        )
      }
    </Loaded>
  );
};

export const App = () => {
  const { t } = useWords();
  const { core } = useCoreHealth();
  const [opened, setOpened] = useState(false);
  if (core.state === "ready" && !opened) setOpened(true);
  if (core.state === "refused") return <Refused code={core.code} params={core.params} />;
  if (core.state === "stopped" && !core.restarting) return <Refused code="core-stopped" params={{}} />;
  return (
    <>
      {opened ? <Opened /> : <div className="opening quiet">{t("app.core.connecting")}</div>}
      <Toasts />
    </>
  );
};
