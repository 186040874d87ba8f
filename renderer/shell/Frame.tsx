/** One window, one frame, the same everywhere: navigation, top line, page, bottom line. */
import { Button } from "antd";
import { useHashLocation } from "wouter/use-hash-location";
import type { Status } from "#shared/contract/system.ts";
import { dismissRestarted, useCoreHealth } from "../bridge.ts";
import { useWords } from "../i18n.ts";
import { ExchangeDialogs } from "../exchange/ExchangeDialogs.tsx";
import { useReminding } from "../reminders/useReminding.ts";
import { Header } from "./Header.tsx";
import { KeysHelp } from "./KeysHelp.tsx";
import { Nav } from "./Nav.tsx";
import { useOpenedIntoInbox } from "./opened-files.ts";
import { navKeyOf, pageOf } from "./pages.tsx";
import { Palette } from "./Palette.tsx";
import { SafePage } from "./SafePage.tsx";
import { StatusLine } from "./StatusLine.tsx";

const CoreBanner = () => {
  const { t } = useWords();
  const { core, restarted } = useCoreHealth();
  if (!restarted) return null;
  return (
    <div className="banner" role="alert">
      <span>{core.state === "ready" ? t("app.core.restarted") : t("app.core.lost")}</span>
      {core.state === "ready" ? (
        <Button size="small" onClick={dismissRestarted}>
          {t("app.action.close")}
        </Button>
      ) : null}
    </div>
  );
};

interface FrameProps {
  readonly status: Status;
  readonly office: NonNullable<Status["office"]>;
}

export const Frame = ({ status, office }: FrameProps) => {
  const [location] = useHashLocation();
  const here = navKeyOf(location);
  useOpenedIntoInbox();
  useReminding();
  return (
    <div className="frame">
      <Header here={here} office={office} demo={status.demo} />
      <CoreBanner />
      <div className="frame-middle">
        <Nav here={here} />
        <main className="page">
          <SafePage key={here}>{pageOf(location)}</SafePage>
        </main>
      </div>
      <StatusLine status={status} />
      <Palette />
      <KeysHelp />
      <ExchangeDialogs />
    </div>
  );
};
