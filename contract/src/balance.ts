import { openEndReasons } from '@evenkeel/core/balance/finish';
import { tentativeMeasures } from '@evenkeel/core/balance/input';
import { certainties, loadSources } from '@evenkeel/core/balance/load';
import { shareVerdicts } from '@evenkeel/core/balance/mix';
import { unknownCodes } from '@evenkeel/core/balance/unknowns';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import type { DealId, Id, PersonId, ProjectId, RoleId, TaskId, TeamId } from '@evenkeel/core/id';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { commaList, done, endpoint, page } from './endpoint.ts';
import {
  basisPoints,
  calendarDate,
  currency,
  id,
  minorUnits,
  recordDate,
  reference,
  version,
} from './scalars.ts';

/** The two kinds of work. */
export const workKind = z.enum(projectKinds);
const minutes = z.int();
const personId = id<PersonId>();
const projectId = id<ProjectId>();
const roleId = id<RoleId>();
const teamId = id<TeamId>();

// The pattern is what the brand stands for.
/** A month as YYYY-MM. */
export const calendarMonth = z
  .string()
  .regex(
    /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/,
    'must be a month written YYYY-MM',
  ) as unknown as z.ZodType<CalendarMonth, CalendarMonth>;

/** Money that comes from people's rates: null for those who may not see rates. */
const ratedMoney = minorUnits.nullable();

/** Hours, what they cost, and what clients pay for them. */
export const amountsView = z.object({
  minutes,
  costMinor: ratedMoney.describe('At cost rate; null for those who may not see rates.'),
  billMinor: ratedMoney.describe(
    'Client value: billable client work at bill rate; null for those who may not see rates.',
  ),
});
export type AmountsView = z.infer<typeof amountsView>;

/** Work of one month, kind, certainty, person, role and team, added up. */
export const loadCellView = amountsView.extend({
  month: calendarMonth,
  kind: workKind,
  certainty: z.enum(certainties),
  personId: personId.nullable(),
  roleId: roleId.nullable(),
  teamId: teamId.nullable(),
});
export type LoadCellView = z.infer<typeof loadCellView>;

/** Load of a month against capacity. */
export const monthLoad = z.object({
  month: calendarMonth,
  capacityMinutes: minutes,
  loggedMinutes: minutes,
  plannedMinutes: minutes,
  excessMinutes: minutes,
});

const projectMinutes = z.object({ projectId, minutes });

const personMonth = monthLoad.extend({ personId, projects: z.array(projectMinutes) });
/** A role's month. */
export const roleMonth = monthLoad.extend({ roleId: roleId.nullable() });
/** A team's month. */
export const teamMonth = monthLoad.extend({ teamId: teamId.nullable() });

/** How work divides between client projects and initiatives; shares in basis points. */
export const mixView = z.object({
  clientMinutes: minutes,
  initiativeMinutes: minutes,
  clientCostMinor: ratedMoney,
  initiativeCostMinor: ratedMoney,
  shareByMinutes: basisPoints.nullable(),
  shareByCost: basisPoints.nullable(),
  verdict: z.enum(shareVerdicts),
});
export type MixView = z.infer<typeof mixView>;

/** A calendar quarter and its place to today. */
export const quarter = z.object({
  which: z.enum(['previous', 'current', 'next']),
  from: calendarDate,
  to: calendarDate,
});

const promisedGiven = z.object({ promisedMinutes: minutes, givenMinutes: minutes });

/** What an initiative was promised and given, and who took the difference. */
export const initiativePromiseView = promisedGiven.extend({
  projectId,
  from: calendarDate,
  to: calendarDate,
  shortfallMinutes: minutes,
  isShort: z.boolean(),
  weeks: z.array(promisedGiven.extend({ week: calendarDate })),
  months: z.array(promisedGiven.extend({ month: calendarMonth })),
  culprits: z.array(projectMinutes),
  unexplainedMinutes: minutes,
});
export type InitiativePromiseView = z.infer<typeof initiativePromiseView>;

/** The day on which a project is done and the Monday of its week, or why none can be named. */
export const finishView = z.object({
  projectId,
  remainingMinutes: minutes,
  finishWeek: calendarDate.nullable(),
  finishOn: calendarDate.nullable(),
  reason: z.enum(openEndReasons).nullable(),
});
export type FinishView = z.infer<typeof finishView>;

/** The target of the strategic share; `version` is the workspace's, for changing it. */
export const shareTargetView = z.object({
  version,
  shareBasisPoints: basisPoints,
  toleranceBasisPoints: basisPoints,
});

const namedProject = reference<ProjectId>().extend({ kind: workKind });

/** Names of everything the figures point at. */
export const balanceNames = z.object({
  people: z.array(reference<PersonId>()),
  roles: z.array(reference<RoleId>()),
  teams: z.array(reference<TeamId>()),
  projects: z.array(namedProject),
});

/** Everything the Balance page shows. Figures are sums of the rows of `balance.rows`. */
export const balanceView = z.object({
  today: calendarDate,
  from: calendarDate,
  to: calendarDate,
  currency,
  target: shareTargetView,
  names: balanceNames,
  keyFigures: z.object({
    client: amountsView,
    initiative: amountsView,
    clientProjectCount: z.int(),
    initiativeCount: z.int(),
    peopleOverCapacity: z.int(),
    initiativesShort: z.int(),
  }),
  cells: z.array(loadCellView),
  people: z.array(personMonth),
  roles: z.array(roleMonth),
  teams: z.array(teamMonth),
  months: z.array(mixView.extend({ month: calendarMonth })),
  quarters: z.array(mixView.extend(quarter.shape)),
  initiatives: z.array(initiativePromiseView),
  finishes: z.array(finishView),
  unknowns: z.array(
    z.object({
      code: z.enum(unknownCodes),
      count: z.int(),
      examples: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
export type BalanceView = z.infer<typeof balanceView>;

/** One row behind a figure: a time entry, a month of a task, or a month of an open deal. */
export const loadRowView = amountsView.extend({
  source: z
    .enum(loadSources)
    .describe(
      'An allocation’s rows are the hours that it reserves beyond the tasks of its project; below 0 where people who are allocated meet tasks that nobody is on.',
    ),
  sourceId: z.string(),
  account: z.string().nullable().describe('Of an open deal: whose it is.'),
  certainty: z.enum(certainties),
  kind: workKind,
  from: calendarDate,
  to: calendarDate,
  project: reference<ProjectId>().nullable(),
  task: reference<TaskId>().nullable(),
  deal: reference<DealId>().nullable(),
  person: reference<PersonId>().nullable(),
  role: reference<RoleId>().nullable(),
  note: z.string(),
});
export type LoadRowView = z.infer<typeof loadRowView>;

const view = {
  tentative: z.enum(tentativeMeasures).default('weighted'),
};

/** An id, or `none` for rows that have none. */
export function idOrNone<I extends Id<string>>() {
  return (
    z
      .union([z.literal('none'), id<I>()])
      // What is not 'none' has just been found to be an id.
      .transform((text) => (text === 'none' ? null : (text as I)))
  );
}

/** Which rows: the filter of a figure. Days, both included; planned work counts by whole months. */
export const loadRowsQuery = z.object({
  ...view,
  from: recordDate,
  to: recordDate,
  kind: workKind.optional(),
  certainty: commaList(z.enum(certainties)).optional(),
  projectId: idOrNone<ProjectId>().optional(),
  dealId: idOrNone<DealId>().optional(),
  personId: idOrNone<PersonId>().optional(),
  roleId: idOrNone<RoleId>().optional(),
  teamId: idOrNone<TeamId>().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  cursor: z.string().max(200).optional(),
});
export type LoadRowsFilter = Omit<z.input<typeof loadRowsQuery>, 'limit' | 'cursor'>;

/** Client projects against initiatives: figures, and the rows behind each. */
export const balance = {
  view: endpoint({
    method: 'GET',
    path: '/api/v1/balance',
    permission: 'read',
    summary:
      'Hours and money by month, client projects against initiatives; capacity, promises, forecasts. Months as YYYY-MM, by default the last quarter to the next. Money for managers and up only.',
    query: z.object({
      ...view,
      from: calendarMonth.optional(),
      to: calendarMonth.optional(),
    }),
    output: balanceView,
  }),
  rows: endpoint({
    method: 'GET',
    path: '/api/v1/balance/rows',
    permission: 'read',
    summary: 'The rows behind a figure of Balance, newest first, with their sum.',
    query: loadRowsQuery,
    output: page(loadRowView).extend({ sum: amountsView }),
  }),
  see: endpoint({
    method: 'POST',
    path: '/api/v1/balance/seen',
    permission: 'read',
    summary: 'Note that you have looked at Balance: ticks the last of the first steps.',
    output: done,
  }),
  setTarget: endpoint({
    method: 'PUT',
    path: '/api/v1/balance/target',
    permission: 'manage',
    summary: 'Set the strategic share aimed at, and how far it may be off.',
    ifMatch: true,
    body: shareTargetView.omit({ version: true }),
    output: shareTargetView,
  }),
};
