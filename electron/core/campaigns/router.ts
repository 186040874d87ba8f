/** Campaigns and templates, as the contract has them. */
import { done } from "../done.ts";
import { os } from "../os.ts";
import { campaignRows, templateRows } from "./list.ts";
import { previewTemplate, startTemplate } from "./start.ts";
import { saveTemplate, withdrawTemplate } from "./templates.ts";
import { addCampaign, editCampaign, withdrawCampaign } from "./write.ts";

export const campaignsRouter = {
  list: os.campaigns.list.handler(({ context }) => campaignRows(context.store)),
  add: os.campaigns.add.handler(({ input, context }) => done(addCampaign(context.store, input))),
  edit: os.campaigns.edit.handler(({ input, context }) => done(editCampaign(context.store, input.id, input.changes))),
  withdraw: os.campaigns.withdraw.handler(({ input, context }) =>
    done(withdrawCampaign(context.store, input.id, input.reason)),
  ),
  templates: os.campaigns.templates.handler(({ context }) => templateRows(context.store)),
  saveTemplate: os.campaigns.saveTemplate.handler(({ input, context }) => done(saveTemplate(context.store, input))),
  previewTemplate: os.campaigns.previewTemplate.handler(({ input, context }) =>
    previewTemplate(context.store, input.id, input.year),
  ),
  startTemplate: os.campaigns.startTemplate.handler(({ input: { id, ...start }, context }) =>
    done(startTemplate(context.store, id, start)),
  ),
  withdrawTemplate: os.campaigns.withdrawTemplate.handler(({ input, context }) =>
    done(withdrawTemplate(context.store, input.id, input.reason)),
  ),
};
