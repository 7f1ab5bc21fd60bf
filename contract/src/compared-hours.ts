import { tentativeMeasures } from '@evenkeel/core/balance/input';
import { comparedFigures } from '@evenkeel/core/capacity/compared-hours';
import type { PersonId, ProjectId, RoleId, TeamId } from '@evenkeel/core/id';
import { projectKinds } from '@evenkeel/core/projects/template';
import { z } from 'zod';
import { calendarMonth, idOrNone } from './balance.ts';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate, currency, id, minorUnits, reference } from './scalars.ts';

/** Allocated, estimated and logged hours side by side, in minutes (U12). */
export const comparedAmounts = z.object({
  confirmed: z.int().describe('Confirmed allocations.'),
  tentative: z.int().describe('Tentative allocations, in full.'),
  estimated: z
    .int()
    .describe('Whole estimates of tasks, done or not, over the weekdays from start to due day.'),
  logged: z.int().describe('Time entries.'),
});
/** Allocated, estimated and logged hours side by side. */
export type ComparedAmounts = z.infer<typeof comparedAmounts>;

/** By what the numbers have their lines. */
export const comparedGroupings = ['person', 'project', 'role', 'team'] as const;
/** By what the numbers have their lines. */
export type ComparedGrouping = (typeof comparedGroupings)[number];

/** The numbers of one person, project, role or team, month by month. */
export const comparedLine = z.object({
  id: z.string().nullable().describe('Null: work of nobody yet, or without a role or team.'),
  name: z.string(),
  kind: z.enum(projectKinds).nullable().describe('Of a project.'),
  sum: comparedAmounts,
  months: z.array(
    comparedAmounts.extend({
      month: calendarMonth.nullable().describe('Null: tasks without a due day.'),
    }),
  ),
});
/** The numbers of one person, project, role or team. */
export type ComparedLine = z.infer<typeof comparedLine>;

/** The numbers of some work, with the months in which there is any. */
export const comparedView = z.object({
  today: calendarDate,
  months: z.array(calendarMonth),
  sum: comparedAmounts,
  lines: z.array(comparedLine),
});
/** The numbers of some work. */
export type ComparedView = z.infer<typeof comparedView>;

/** One row behind a number: a month of an allocation or a task, or a time entry. */
export const comparedRowView = z.object({
  figure: z.enum(comparedFigures),
  source: z.enum(['allocation', 'task', 'entry']),
  sourceId: z.string(),
  name: z.string().describe('Of the task, or the note of the allocation or time entry.'),
  project: reference<ProjectId>().extend({ kind: z.enum(projectKinds) }),
  person: reference<PersonId>().nullable(),
  role: reference<RoleId>().nullable(),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  minutes: z.int(),
});
/** One row behind a number. */
export type ComparedRowView = z.infer<typeof comparedRowView>;

const which = {
  from: calendarMonth.optional(),
  to: calendarMonth.optional(),
  projectId: id<ProjectId>().optional(),
  personId: idOrNone<PersonId>().optional(),
};

/** The filter of a number. */
export const comparedRowsQuery = z.object({
  ...which,
  roleId: idOrNone<RoleId>().optional(),
  teamId: idOrNone<TeamId>().optional(),
  figure: commaList(z.enum(comparedFigures)).optional(),
  month: z.union([z.literal('none'), calendarMonth]).optional(),
  limit: z.coerce.number().int().min(1).max(2_000).default(200),
});
/** The filter of a number. */
export type ComparedRowsFilter = Omit<z.input<typeof comparedRowsQuery>, 'limit'>;

/** Hours and what they come to. */
export const burnAmounts = z.object({
  minutes: z.int(),
  costMinor: minorUnits.describe('At cost rate.'),
  billMinor: minorUnits.describe('At bill rate; 0 for initiatives.'),
});

const usedUp = z
  .object({
    limitMinor: minorUnits,
    usedUpOn: calendarDate.nullable().describe('Null where confirmed work leaves something.'),
    leftMinor: minorUnits,
  })
  .nullable();

/** Hours that were booked and could not be worked, and what they cost. */
const idleCost = z.object({ minutes: z.int(), costMinor: minorUnits });

/** Where the money of a project goes if people work as they are allocated (U13). */
export const burnView = z.object({
  today: calendarDate,
  currency,
  kind: z.enum(projectKinds),
  worked: burnAmounts,
  confirmed: burnAmounts,
  tentative: burnAmounts,
  months: z.array(
    z.object({
      month: calendarMonth,
      worked: burnAmounts,
      confirmed: burnAmounts,
      tentative: burnAmounts,
    }),
  ),
  budget: usedUp.describe('The budget against cost.'),
  price: usedUp.describe('The price against work at bill rate.'),
  waiting: z
    .object({ theirs: idleCost, ours: idleCost })
    .describe(
      'Hours booked on the project and not worked on days on which input or an approval was late, by who held the ball (B15).',
    ),
});
/** Where the money of a project goes. */
export type BurnView = z.infer<typeof burnView>;

/** What is asked of one role in one month, against what its people can work; minutes. */
export const demandMonth = z.object({
  month: calendarMonth,
  capacity: z.int().describe('Of people in the role, from today on.'),
  confirmed: z.int().describe('Confirmed allocations.'),
  estimated: z.int().describe('Remaining work of tasks, from today on.'),
  committed: z
    .int()
    .describe(
      'The greater of the two for each project and person, never their sum, from today on.',
    ),
  tentative: z.int().describe('Tentative allocations, in full.'),
  deals: z.int().describe('Hours of open deals by role and days, in the measure asked for.'),
});
/** What is asked of one role in one month. */
export type DemandMonth = z.infer<typeof demandMonth>;

/** Demand for people by role and month. */
export const demandView = z.object({
  months: z.array(calendarMonth),
  roles: z.array(
    z.object({
      role: reference<RoleId>().nullable().describe('Null: people and work without a role.'),
      months: z.array(demandMonth),
    }),
  ),
});
/** Demand for people by role and month. */
export type DemandView = z.infer<typeof demandView>;

/** Allocated, estimated and logged hours side by side, and the burn that follows from allocations. */
export const comparedHours = {
  view: endpoint({
    method: 'GET',
    path: '/api/v1/compared-hours',
    permission: 'read',
    summary:
      'Allocated, estimated and logged hours side by side, by month and person, project, role or team (U12). Without months: of a project all there are, else the last quarter to the next.',
    query: z.object({ ...which, by: z.enum(comparedGroupings).default('project') }),
    output: comparedView,
  }),
  rows: endpoint({
    method: 'GET',
    path: '/api/v1/compared-hours/rows',
    permission: 'read',
    summary: 'The rows behind one of the numbers, the largest first, with the sum of all of them.',
    query: comparedRowsQuery,
    output: z.object({ rows: z.array(comparedRowView), total: z.int(), sum: comparedAmounts }),
  }),
  demand: endpoint({
    method: 'GET',
    path: '/api/v1/demand',
    permission: 'read',
    summary:
      'Demand for people by role and month: allocations, tasks and open deals against capacity. Without months: this one and the eleven after it.',
    query: z.object({
      from: calendarMonth.optional(),
      to: calendarMonth.optional(),
      tentative: z.enum(tentativeMeasures).default('weighted'),
    }),
    output: demandView,
  }),
  burn: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/burn',
    permission: 'manage',
    summary:
      'Burn of a project by month: what was worked, and what future allocations come to at cost and bill rate (U13).',
    params: z.object({ id: id<ProjectId>() }),
    output: burnView,
  }),
};
