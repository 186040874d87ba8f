/** What a capability needs of the list frame. */
export { ListPage } from "./ListPage.tsx";
export { openList } from "./state.ts";
export type { BesideList, ListAction, ListPageProps, ListRow, ListSource, Selection } from "./types.ts";
