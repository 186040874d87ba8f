/** Settings of exchange: the watched folder, how large a file may be, when silence is told of, the desk, the keys. */
import { useQuery } from "@tanstack/react-query";
import { Button, InputNumber } from "antd";
import { useId } from "react";
import type { z } from "zod";
import type { exchangeSettingsSchema } from "#shared/contract/exchange.ts";
import { bridge } from "../bridge.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Setting } from "../system/Setting.tsx";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useAct } from "../ui/toast/act.ts";
import { askExchangeAgain, useMe } from "./me.ts";
import { exchangePlace } from "./places.ts";

type Settings = z.infer<typeof exchangeSettingsSchema>;

const megabyte = 1024 * 1024;
const sizes = { least: 1, most: 2000 };

const Shown = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useWords();
  const act = useAct();
  const me = useMe();
  const id = useId();
  const { watchFolder, partSize, unheardDays } = settings;
  const save = async (changes: Partial<Settings>): Promise<void> => {
    await act(() => client.exchange.saveSettings(changes), t("exchange.settings.saved"));
    await askExchangeAgain();
  };
  const choose = async (): Promise<void> => {
    const [folder] = await bridge.pickFiles("folder");
    if (folder !== undefined) await save({ watchFolder: folder });
  };
  return (
    <>
      <h2>{t("exchange.settings.title")}</h2>
      {me === undefined || me.sharedFolder === null ? null : (
        <p className="notice" role="alert">
          {t("exchange.first.shared", { folder: me.sharedFolder })}
        </p>
      )}
      <Setting label={t("exchange.settings.watch")} hint={t("exchange.settings.watchHint")}>
        <div className="exchange-inline">
          {watchFolder === null ? (
            <span className="quiet">{t("exchange.settings.watchNone")}</span>
          ) : (
            <code>{watchFolder}</code>
          )}
          <Button onClick={() => void choose()}>{t("exchange.settings.choose")}</Button>
          {watchFolder === null ? null : (
            <Button onClick={() => void save({ watchFolder: null })}>{t("exchange.settings.clear")}</Button>
          )}
        </div>
      </Setting>
      <Setting id={`${id}-size`} label={t("exchange.settings.partSize")} hint={t("exchange.settings.partSizeHint")}>
        <InputNumber
          key={partSize}
          id={`${id}-size`}
          min={sizes.least}
          max={sizes.most}
          precision={0}
          suffix="MB"
          defaultValue={Math.round(partSize / megabyte)}
          changeOnWheel={false}
          onBlur={(event) => {
            const value = Number.parseInt(event.target.value, 10);
            const bounded = Math.min(Math.max(value, sizes.least), sizes.most) * megabyte;
            if (Number.isFinite(value) && bounded !== partSize) void save({ partSize: bounded });
          }}
        />
      </Setting>
      <Setting id={`${id}-unheard`} label={t("exchange.settings.unheard")} hint={t("exchange.settings.unheardHint")}>
        <InputNumber
          key={unheardDays}
          id={`${id}-unheard`}
          min={1}
          max={365}
          precision={0}
          suffix={t("exchange.settings.days")}
          defaultValue={unheardDays}
          onBlur={(event) => {
            const value = Math.min(Math.max(Number.parseInt(event.target.value, 10), 1), 365);
            if (Number.isFinite(value) && value !== unheardDays) void save({ unheardDays: value });
          }}
        />
      </Setting>
      <Setting
        label={t("exchange.settings.desk")}
        hint={<a href={`#${exchangePlace("offices")}`}>{t("exchange.settings.deskHint")}</a>}
      >
        {me === undefined ? null : me.desk ? t("exchange.settings.deskYes") : t("exchange.settings.deskNo")}
      </Setting>
      <Setting
        label={t("exchange.settings.keys")}
        hint={<a href={`#${exchangePlace("start")}`}>{t("exchange.settings.toKeys")}</a>}
      >
        {me === undefined || me.keys.state === "none"
          ? t("exchange.start.noneState")
          : t(`exchange.start.protection.${me.keys.protection}`)}
      </Setting>
    </>
  );
};

export const ExchangePart = () => {
  const result = useQuery(query.exchange.settings.queryOptions());
  return <Loaded result={result}>{(settings) => <Shown settings={settings} />}</Loaded>;
};
