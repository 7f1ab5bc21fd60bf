import { contactChannels } from '@evenkeel/core/contacts/channel';
import { stakeholderParts } from '@evenkeel/core/deals/stakeholders';
import type { ContactId, ProjectContactId, ProjectId } from '@evenkeel/core/id';
import { engagements, stakeholderLevels } from '@evenkeel/core/stakeholders/stakeholder-grid';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { calendarDate, id, reference, shortText, version } from './scalars.ts';

const stakeholderId = id<ProjectContactId>();

/** Somebody at the client who is touched by a project. What the contact's record says is read there. */
export const clientStakeholderView = z.object({
  id: stakeholderId,
  version,
  projectId: id<ProjectId>(),
  contact: reference<ContactId>(),
  jobTitle: z.string().nullable().describe('Of the contact.'),
  accountRole: z.string().describe('Their role at the account.'),
  part: z.enum(stakeholderParts),
  note: z.string().describe('Their role in the project.'),
  influence: z.enum(stakeholderLevels),
  interest: z.enum(stakeholderLevels),
  engagement: z.enum(engagements).describe('The field of the grid they stand in.'),
  needs: z.string().describe('What they need from this project.'),
  accountNeeds: z.string().describe('What they need in general, as the contact’s record says.'),
  channel: z.enum(contactChannels).nullable().describe('Null: as the contact likes to be reached.'),
  usualChannel: z.enum(contactChannels).nullable(),
  everyDays: z.int().nullable().describe('How often they want to hear, in days.'),
  lastOn: calendarDate.nullable().describe('When we last spoke with them.'),
  isOverdue: z.boolean().describe('More days have passed since than they want to wait.'),
  language: z.string().nullable().describe('Of the contact, else of the account.'),
  interpreter: z.string().describe('Whether an interpreter is needed, and for what (CL-22).'),
});
/** Somebody at the client who is touched by a project. */
export type ClientStakeholderView = z.infer<typeof clientStakeholderView>;

const fields = {
  part: z.enum(stakeholderParts),
  note: shortText,
  influence: z.enum(stakeholderLevels),
  interest: z.enum(stakeholderLevels),
  needs: z.string().trim().max(2_000, 'is longer than 2,000 characters'),
  channel: z.enum(contactChannels).nullable(),
  everyDays: z.int().min(1).max(366).nullable(),
  interpreter: shortText,
};
const projectParams = z.object({ id: id<ProjectId>() });
const params = z.object({ id: stakeholderId });

/** The register of stakeholders at the client, for the team alone (CL-13, CL-22). */
export const clientStakeholders = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/client-projects/:id/stakeholders',
    permission: 'read',
    summary: 'Who at the client is touched by a project, and who else is known there.',
    params: projectParams,
    output: z.object({
      rows: z.array(clientStakeholderView),
      others: z
        .array(reference<ContactId>().extend({ jobTitle: z.string().nullable() }))
        .describe('Contacts of the account who are not in the register.'),
    }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/v1/client-projects/:id/stakeholders',
    permission: 'write',
    summary: 'Put a contact of the account into the register of a project.',
    params: projectParams,
    body: z
      .object(fields)
      .partial()
      .extend({ contactId: id<ContactId>(), part: z.enum(stakeholderParts) }),
    output: clientStakeholderView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/client-stakeholders/:id',
    permission: 'write',
    summary: 'Change what a project knows of a stakeholder.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: clientStakeholderView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/client-stakeholders/:id',
    permission: 'write',
    summary: 'Take somebody out of the register; the contact stays.',
    params,
    output: done,
  }),
};
