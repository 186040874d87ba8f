/** What a capability needs to show a record beside its list. */
export { Detail, DetailSection, Facts } from "./Detail.tsx";
export type { Fact } from "./Detail.tsx";
export { Loaded } from "./Loaded.tsx";
export { PeriodFact } from "./PeriodFact.tsx";
export { usePeriodReading } from "./periodReading.ts";
export { TimeLine } from "./TimeLine.tsx";
export type { TimeLineItem } from "./TimeLine.tsx";
