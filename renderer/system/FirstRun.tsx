/** First run: which office is this? Typed to find among all of China's divisions; or demonstration data to look around. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Progress } from "antd";
import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { Status } from "#shared/contract/system.ts";
import type { Division } from "#shared/contract/units.ts";
import { client, keepPreviousData, query } from "../client.ts";
import { WelcomeStart } from "../exchange/WelcomeStart.tsx";
import { useWords } from "../i18n.ts";
import { forgetOpenedFiles, useOpenedFiles } from "../shell/opened-files.ts";
import { useAct } from "../ui/toast/act.ts";
import { useStageWords, useWork, useWorks } from "../ui/work.ts";
import { ChosenOffice } from "./ChosenOffice.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

const DemoWork = () => {
  const works = useWorks();
  const stageWords = useStageWords();
  const work = works[0];
  if (work === undefined) return null;
  const percent = work.total === 0 ? 0 : Math.floor((100 * work.done) / work.total);
  return (
    <div className="first-progress">
      <Progress percent={percent} showInfo={work.total > 0} aria-label={work.title} />
      <span className="quiet">{stageWords(work.stage)}</span>
    </div>
  );
};

const DemoOffer = () => {
  const { t } = useWords();
  const work = useWork();
  const works = useWorks();
  const act = useAct();
  const load = (): void => {
    void act(() => work(t("system.first.demoWork"), (signal) => client.system.demo(undefined, { signal })));
  };
  return (
    <div className="first-demo">
      <p className="quiet">{t("system.first.demoIntro")}</p>
      <Button loading={works.length > 0} onClick={load}>
        {t("system.first.demo")}
      </Button>
      <DemoWork />
    </div>
  );
};

interface FirstRunProps {
  readonly status: Status;
  /** A welcome file makes the office before all is read: the first run stays until its recovery code was seen. */
  readonly onStay: (stay: boolean) => void;
}

const WelcomeOffer = ({ onHave }: { readonly onHave: () => void }) => {
  const { t } = useWords();
  return (
    <div className="first-welcome">
      <p className="quiet">{t("exchange.welcome.haveText")}</p>
      <Button onClick={onHave}>{t("exchange.welcome.have")}</Button>
    </div>
  );
};

export const FirstRun = ({ status, onStay }: FirstRunProps) => {
  const { t } = useWords();
  // A double click on a welcome file starts the program, and begins right there.
  const [openedFile] = useOpenedFiles();
  const [asked, setAsked] = useState(false);
  const welcomed = asked || openedFile !== undefined;
  const back = (): void => {
    setAsked(false);
    forgetOpenedFiles();
  };
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Division>();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const typed = q.trim();
  const search = useQuery(
    query.units.searchDivisions.queryOptions({
      input: { q: typed, limit: 30 },
      enabled: typed !== "",
      placeholderData: keepPreviousData,
    }),
  );
  const hits = typed === "" ? [] : (search.data ?? []);
  const active = Math.min(at, Math.max(0, hits.length - 1));
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      const next = (active + step + hits.length) % hits.length;
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && hits[active] !== undefined) {
      event.preventDefault();
      setChosen(hits[active]);
    }
  };
  return (
    <main className="first" aria-labelledby="first-title">
      <div className="first-sheet">
        <header className="first-head">
          <h1 id="first-title">{welcomed ? t("exchange.welcome.openTitle") : t("system.first.title")}</h1>
          <LanguageSwitch />
        </header>
        {welcomed ? (
          <WelcomeStart
            key={openedFile}
            given={openedFile}
            onBegin={() => onStay(true)}
            onEnd={() => onStay(false)}
            onBack={back}
          />
        ) : chosen === undefined ? (
          <>
            <p>{t("system.first.intro")}</p>
            <Input
              size="large"
              role="combobox"
              aria-expanded={hits.length > 0}
              aria-controls={id}
              aria-activedescendant={hits.length > 0 ? `${id}-${active}` : undefined}
              aria-label={t("system.first.searchLabel")}
              placeholder={t("system.first.search")}
              autoFocus
              allowClear
              value={q}
              onChange={(event) => {
                setQ(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKey}
            />
            <div className="first-hits" role="listbox" id={id} aria-label={t("system.first.results")} ref={list}>
              {hits.map((hit, index) => (
                <div
                  key={hit.code}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className="palette-hit"
                  onMouseMove={() => setAt(index)}
                  onClick={() => setChosen(hit)}
                >
                  <span className="first-name">{hit.name}</span>
                  <span className="quiet palette-text">{hit.path.slice(0, -1).join(" › ")}</span>
                  <span className="quiet figure">
                    {t(`app.tier.${hit.tier}`)} {hit.code}
                  </span>
                </div>
              ))}
            </div>
            {typed !== "" && search.isSuccess && !search.isPlaceholderData && hits.length === 0 ? (
              <p className="quiet">{t("system.first.none", { q: typed })}</p>
            ) : null}
            {hits.length > 0 ? <p className="quiet">{t("system.first.hint")}</p> : null}
            <WelcomeOffer onHave={() => setAsked(true)} />
            <DemoOffer />
          </>
        ) : (
          <ChosenOffice division={chosen} onBack={() => setChosen(undefined)} />
        )}
        <p className="quiet first-foot">
          {t("system.first.keepPath", { path: status.dataFolder })}
          <br />
          {t("system.settings.offline")}
        </p>
      </div>
    </main>
  );
};
