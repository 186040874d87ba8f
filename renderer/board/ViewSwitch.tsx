/** Between the list of tasks and their board: the same tasks under the same filters. */
import { Segmented } from "antd";
import { navigate } from "wouter/use-hash-location";
import { useWords } from "../i18n.ts";

export const boardPlace = "/tasks/board";

export const ViewSwitch = ({ now }: { readonly now: "list" | "board" }) => {
  const { t } = useWords();
  return (
    <Segmented
      size="small"
      aria-label={t("board.view.label")}
      value={now}
      options={[
        { value: "list", label: t("board.view.list") },
        { value: "board", label: t("board.view.board") },
      ]}
      onChange={(view) => navigate(view === "board" ? boardPlace : "/tasks")}
    />
  );
};
