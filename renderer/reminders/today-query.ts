/** What is to be remembered today, asked once for the workbench and for the desktop: counting goes through all records. */
import { useQuery } from "@tanstack/react-query";
import { query } from "../client.ts";

/** First lines of each list. */
const shown = 6;

export const useRemindersToday = () => useQuery(query.reminders.today.queryOptions({ input: { limit: shown } }));
