/** The table of shortcuts, by `?` or from the palette. */
import { Modal } from "antd";
import { useEffect } from "react";
import { useWords } from "../i18n.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { useStore } from "../ui/store.ts";
import { closeKeys, keyGroups, keysOpen, openKeys } from "./keys.ts";

export const KeysHelp = () => {
  const { t } = useWords();
  const open = useStore(keysOpen);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "?" || event.defaultPrevented || isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      openKeys();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <Modal open={open} title={t("app.keys.title")} footer={null} width={620} destroyOnHidden onCancel={closeKeys}>
      <div className="keys-help">
        {keyGroups.map(({ group, keys }) => (
          <section key={group}>
            <h2>{t(`app.keys.${group}`)}</h2>
            <dl className="keys-list">
              {keys.map((line) => (
                <div key={line.name}>
                  <dt>
                    <kbd>{line.keys}</kbd>
                  </dt>
                  <dd>{t(`app.keys.${line.name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
};
