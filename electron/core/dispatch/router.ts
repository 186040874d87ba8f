/** Dispatch meetings, as the contract has them. */
import { done } from "../done.ts";
import { os } from "../os.ts";
import { dispatchDetail } from "./detail.ts";
import { makeTaskAt } from "./make-task.ts";
import { listMeetings } from "./meetings.ts";
import { urgeAt } from "./urge.ts";
import { addMeeting, editMeeting, noteAt, withdrawMeeting } from "./write.ts";
import { writeMinutes } from "./write-minutes.ts";

export const dispatchRouter = {
  list: os.dispatch.list.handler(({ context }) => listMeetings(context.store)),
  get: os.dispatch.get.handler(({ input, context }) => dispatchDetail(context.store, input.id)),
  add: os.dispatch.add.handler(({ input, context }) => done(addMeeting(context.store, input))),
  edit: os.dispatch.edit.handler(({ input: { id, ...edit }, context }) => done(editMeeting(context.store, id, edit))),
  note: os.dispatch.note.handler(({ input: { id, ...note }, context }) => done(noteAt(context.store, id, note))),
  urge: os.dispatch.urge.handler(({ input: { id, ...urge }, context }) => done(urgeAt(context.store, id, urge))),
  makeTask: os.dispatch.makeTask.handler(({ input: { id, ...task }, context }) =>
    done(makeTaskAt(context.store, id, task)),
  ),
  withdraw: os.dispatch.withdraw.handler(({ input, context }) =>
    done(withdrawMeeting(context.store, input.id, input.reason)),
  ),
  minutes: os.dispatch.minutes.handler(({ input, context }) => writeMinutes(context.store, input)),
};
