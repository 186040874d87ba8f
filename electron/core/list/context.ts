/** What a list depends on besides the database: the day, and how lights are judged. Plain data, so that workers get it too. */
import type { LightSettings } from "#shared/tasks/light.ts";
import type { Store } from "../store/store.ts";

export interface ListContext extends LightSettings {
  readonly today: string;
}

export type Capability = "tasks" | "issues" | "urgings";

export const listContextOf = (store: Store): ListContext => {
  const { soonDays, behindPoints } = store.settings();
  return { today: store.today(), soonDays, behindPoints };
};
