/** Dispatch (调度): the meetings that were held, and one of them with its agenda. */
import { useQuery } from "@tanstack/react-query";
import { query } from "../client.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { Meeting } from "./Meeting.tsx";
import { MeetingList } from "./MeetingList.tsx";
import "./meetings.css";
import "./agenda.css";
import "./said.css";
import "./dispatch.css";

const OneMeeting = ({ id, at }: { readonly id: string; readonly at: string | undefined }) => {
  const result = useQuery(query.dispatch.get.queryOptions({ input: { id } }));
  return <Loaded result={result}>{(meeting) => <Meeting key={meeting.id} meeting={meeting} at={at} />}</Loaded>;
};

/** `at`: the item of the agenda that is looked at; none: the first. */
export const DispatchPage = ({ id, at }: { readonly id: string | undefined; readonly at: string | undefined }) =>
  id === undefined || id === "" ? <MeetingList /> : <OneMeeting id={id} at={at} />;
