/** First contact on one screen: three steps for whoever joins the office above, three for whoever lets one join; and the keys. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useAct } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useUnitName } from "../units/names.ts";
import { openDialog } from "./dialogs.ts";
import { useSavePlace } from "./exchange-names.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { Keys } from "./Keys.tsx";

interface StepProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

const Step = ({ title, text, children }: StepProps) => (
  <li className="contact-step">
    <h3>{title}</h3>
    <p className="quiet">{text}</p>
    {children}
  </li>
);

const Joining = ({ me }: { readonly me: ExchangeMe }) => {
  const { t } = useWords();
  const act = useAct();
  const savePlace = useSavePlace();
  const unitName = useUnitName();
  const ready = me.keys.state === "ready";
  const writeCard = async (): Promise<void> => {
    const path = await savePlace({ kind: "card", from: unitName(me.office) });
    if (path === undefined) return;
    const done = await act(() => client.exchange.card({ path }));
    if (done === undefined) return;
    showToast({
      text: t("exchange.start.ours1Done", { file: fileNameOf(done.path) }),
      hint: t("exchange.outbox.eject"),
      action: { label: t("app.action.reveal"), run: () => void bridge.revealInFolder(done.path) },
    });
  };
  return (
    <section className="contact" aria-labelledby="contact-ours">
      <h2 id="contact-ours">{t("exchange.start.ours")}</h2>
      <ol className="contact-steps">
        <Step title={t("exchange.start.ours1")} text={t("exchange.start.ours1Text")}>
          <Button type={me.enrolled ? "default" : "primary"} disabled={!ready} onClick={() => void writeCard()}>
            {t("exchange.start.ours1Act")}
          </Button>
        </Step>
        <Step title={t("exchange.start.ours2")} text={t("exchange.start.ours2Text")}>
          <Fingerprint value={me.keys.fingerprint} large />
        </Step>
        <Step title={t("exchange.start.ours3")} text={t("exchange.start.ours3Text")}>
          <Button disabled={!ready} onClick={() => openDialog({ kind: "trust" })}>
            {t("exchange.start.ours3Act")}
          </Button>
        </Step>
      </ol>
    </section>
  );
};

const LettingJoin = ({ me }: { readonly me: ExchangeMe }) => {
  const { t } = useWords();
  const ready = me.keys.state === "ready";
  return (
    <section className="contact" aria-labelledby="contact-theirs">
      <h2 id="contact-theirs">{t("exchange.start.theirs")}</h2>
      <ol className="contact-steps">
        <Step title={t("exchange.start.theirs1")} text={t("exchange.start.theirs1Text")} />
        <Step title={t("exchange.start.theirs2")} text={t("exchange.start.theirs2Text")}>
          <Button disabled={!ready} onClick={() => openDialog({ kind: "enrol" })}>
            {t("exchange.start.theirs2Act")}
          </Button>
        </Step>
        <Step title={t("exchange.start.theirs3")} text={t("exchange.start.theirs3Text")} />
      </ol>
      <p className="contact-new">
        {t("exchange.start.theirsNew")}{" "}
        <Button disabled={!ready} onClick={() => openDialog({ kind: "welcome" })}>
          {t("exchange.start.theirsNewAct")}
        </Button>
      </p>
    </section>
  );
};

export const StartPage = ({ me }: { readonly me: ExchangeMe }) => {
  const { t } = useWords();
  const standing = (): string => {
    if (me.root === null || !me.enrolled) return t("exchange.start.notEnrolled");
    return me.root.code === me.office ? t("exchange.start.root") : t("exchange.start.enrolled", { root: me.root.name });
  };
  return (
    <div className="exchange-body">
      <h2>{t("exchange.start.title")}</h2>
      <p className="quiet">
        {t("exchange.start.intro")} <strong>{standing()}</strong>
      </p>
      <div className="contact-columns">
        <Joining me={me} />
        <LettingJoin me={me} />
        <Keys me={me} />
      </div>
    </div>
  );
};
