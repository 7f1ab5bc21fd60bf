import {
  agreementSides,
  agreementStates,
  surpriseTopics,
} from '@evenkeel/core/agreements/agreement';
import { contactStandings } from '@evenkeel/core/contacts/cadence';
import type { AccountId, ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, id, instant, longText, reference, shortText, version } from './scalars.ts';

const days = z.int().min(0).max(365);

/** What a working agreement says (CL-02, CL-08, CL-12, CL-21). */
export const agreementContent = z.object({
  purpose: longText,
  responsibleOurs: shortText,
  responsibleTheirs: shortText,
  parts: z
    .array(
      z.object({
        stage: shortText,
        what: shortText,
        ours: shortText,
        theirs: shortText,
        others: shortText,
      }),
    )
    .max(60),
  cadence: z.object({
    everyDays: z.int().min(1).max(365),
    weekday: z.int().min(1).max(7).nullable(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 10:30')
      .nullable(),
    how: shortText,
  }),
  channels: longText,
  toleranceDays: days.describe('Working days by which a date may slip before it is a delay.'),
  delays: longText,
  answerDaysOurs: days,
  answerDaysTheirs: days,
  surprises: z
    .array(z.enum(surpriseTopics))
    .max(surpriseTopics.length)
    .describe('What may come without being told first.'),
  surpriseNote: longText,
});

/** Who acknowledged a version, when, and the hash of what it said. */
export const acknowledgementView = z.object({
  side: z.enum(agreementSides),
  name: z.string(),
  at: instant,
  contentHash: z.string(),
});

/** A version of the working agreement of a project. */
export const agreementView = z.object({
  id: id<WorkingAgreementId>(),
  version,
  number: z.int(),
  state: z.enum(agreementStates),
  content: agreementContent,
  proposedAt: instant.nullable(),
  proposedBy: z.string().nullable(),
  agreedAt: instant.nullable(),
  acknowledgements: z.array(acknowledgementView),
});
export type AgreementView = z.infer<typeof agreementView>;

/** When we spoke with the client of a project, and when we should again (CL-03). */
export const contactDue = z.object({
  project: reference<ProjectId>(),
  account: reference<AccountId>().nullable(),
  lastOn: calendarDate.nullable(),
  dueOn: calendarDate.nullable(),
  time: z.string().nullable(),
  how: z.string(),
  standing: z.enum(contactStandings),
  daysOverdue: z.int(),
});
export type ContactDue = z.infer<typeof contactDue>;

/** The working agreement of a project: what holds, what is being written, what held before. */
export const projectAgreement = z.object({
  current: agreementView.nullable().describe('The one that is proposed or agreed.'),
  draft: agreementView.nullable(),
  earlier: z.array(agreementView),
  suggestion: agreementContent.describe('What a first one would start from.'),
  startedWithout: z
    .boolean()
    .describe('Work runs, and no agreement is acknowledged by both sides.'),
  mayAcknowledge: z.boolean().describe('Whether the reader has still to acknowledge the current.'),
  contact: contactDue,
});
export type ProjectAgreement = z.infer<typeof projectAgreement>;

const params = z.object({ projectId: id<ProjectId>() });

/** Working agreements: who does what, how both sides speak, what counts as a delay (CL-02, CL-03). */
export const workingAgreements = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:projectId/working-agreement',
    permission: 'read',
    summary: 'The working agreement of a client project, with who acknowledged it.',
    params,
    output: projectAgreement,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/api/v1/projects/:projectId/working-agreement',
    permission: 'write',
    summary: 'Write the draft of the next version; what was acknowledged stays as it is.',
    params,
    body: z.object({ content: agreementContent }),
    output: projectAgreement,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:projectId/working-agreement/proposal',
    permission: 'write',
    summary: 'Put the draft before both sides: each is asked to acknowledge it anew.',
    params,
    output: projectAgreement,
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/api/v1/projects/:projectId/working-agreement/acknowledgement',
    permission: 'write',
    summary: 'Acknowledge the current version for the firm, with name and time.',
    params,
    body: z.object({ agreementId: id<WorkingAgreementId>() }),
    output: projectAgreement,
  }),
  contactsDue: endpoint({
    method: 'GET',
    path: '/api/v1/contacts-due',
    permission: 'read',
    summary:
      'Running client projects by when we should speak with the client, the most overdue first.',
    query: z.object({
      mine: z.enum(['true', 'false']).default('false'),
      accountId: id<AccountId>().optional(),
    }),
    output: z.object({ rows: z.array(contactDue) }),
  }),
};
