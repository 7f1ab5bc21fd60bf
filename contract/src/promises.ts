import type { AccountId, Id, PersonId, ProjectId, PromiseId } from '@evenkeel/core/id';
import { promiseStates } from '@evenkeel/core/promises/kept';
import { promiseChannels, promiseWhats } from '@evenkeel/core/promises/promise';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { commaList, endpoint } from './endpoint.ts';
import {
  basisPoints,
  calendarDate,
  givenAmount,
  id,
  instant,
  minorUnits,
  recordDate,
  reference,
  shortText,
} from './scalars.ts';

/** Points to the record that a promise is about, or that it was told by. */
const subject = z.object({ kind: z.enum(subjectKinds), id: id<Id<string>>() });

/** One version of a promise: something that a client was told, when, and how (B08, CL-24). */
export const promiseView = z.object({
  id: id<PromiseId>(),
  project: reference<ProjectId>(),
  account: reference<AccountId>().nullable(),
  projectManager: reference<PersonId>().nullable(),
  subject,
  what: z.enum(promiseWhats),
  number: z.int().min(1).describe('Version, counted from 1 within what it is about.'),
  isCurrent: z.boolean().describe('Whether nothing was told about the same since.'),
  day: calendarDate.nullable(),
  earlierDay: calendarDate
    .nullable()
    .describe('The day of the version before, where it was another.'),
  amount: minorUnits.nullable(),
  wording: z.string(),
  doneOn: calendarDate.nullable(),
  isShown: z.boolean().describe('Whether the portal shows it.'),
  state: z.enum(promiseStates).describe('How what stands is kept; versions before share it.'),
  channel: z.enum(promiseChannels),
  toldAt: instant,
  toldTo: z.array(z.string()),
  toldBy: z.string().nullable().describe('Null for what the software told by itself.'),
  source: subject.nullable().describe('The notice, quote, hand-off or report where it stands.'),
});
/** One version of a promise. */
export type PromiseView = z.infer<typeof promiseView>;

/** Promises counted by how they stand. */
export const keptRateView = z.object({
  kept: z.int(),
  broken: z.int(),
  open: z.int(),
  rate: basisPoints.nullable().describe('kept / (kept + broken); null while nothing is due.'),
});
/** Promises counted by how they stand. */
export type KeptRateView = z.infer<typeof keptRateView>;

/** A date as a client sees it in the portal, from the ledger alone. */
export const shownDate = z.object({
  subject,
  wording: z.string(),
  day: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
  toldAt: instant,
  history: z
    .array(z.object({ day: calendarDate, toldAt: instant, channel: z.enum(promiseChannels) }))
    .describe('Days told before, first told first.'),
});
/** A date as a client sees it in the portal. */
export type ShownDate = z.infer<typeof shownDate>;

const projectParams = z.object({ id: id<ProjectId>() });

/** What narrows a list of promises. */
export const promiseQuery = z.object({
  projectId: id<ProjectId>().optional(),
  accountId: id<AccountId>().optional(),
  personId: id<PersonId>().optional().describe('Whoever manages the project.'),
  subjectKind: commaList(z.enum(subjectKinds)).optional(),
  subjectId: id<Id<string>>().optional(),
  what: commaList(z.enum(promiseWhats)).optional(),
  channel: commaList(z.enum(promiseChannels)).optional(),
  state: commaList(z.enum(promiseStates)).optional(),
  toldFrom: calendarDate.optional(),
  toldTo: calendarDate.optional(),
  versions: z.enum(['current', 'all']).default('current'),
});

/** The promise ledger: what did we tell them, and when? */
export const promises = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/promises',
    permission: 'read',
    summary: 'What clients were told, the latest first, with the promise-kept rate of what stands.',
    query: promiseQuery,
    output: z.object({ rows: z.array(promiseView), rate: keptRateView }),
  }),
  tell: endpoint({
    method: 'POST',
    path: '/api/v1/client-projects/:id/promises',
    permission: 'write',
    summary: 'Write down what a client was told in a meeting or by e-mail.',
    params: projectParams,
    body: z.object({
      subject,
      what: z.enum(promiseWhats),
      day: recordDate.optional(),
      amount: givenAmount.optional(),
      wording: shortText.min(1, 'is needed'),
      channel: z.enum(['e-mail', 'meeting']),
      toldTo: z.array(shortText.min(1)).max(20).default([]),
    }),
    output: promiseView,
  }),
  asOf: endpoint({
    method: 'GET',
    path: '/api/v1/client-projects/:id/promises/as-of',
    permission: 'read',
    summary: 'The dates that the portal showed at a moment, built again from the ledger.',
    params: projectParams,
    query: z.object({ at: instant }),
    output: z.object({ rows: z.array(shownDate) }),
  }),
};
