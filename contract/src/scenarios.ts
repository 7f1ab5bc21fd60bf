import { goalRiskReasons } from '@evenkeel/core/balance/goals-at-risk';
import type {
  DealId,
  GoalId,
  MemberId,
  PersonId,
  ProjectId,
  RingFenceId,
  RoleId,
  ScenarioChangeId,
  ScenarioId,
  TeamId,
} from '@evenkeel/core/id';
import { z } from 'zod';
import {
  amountsView,
  balanceNames,
  calendarMonth,
  finishView,
  loadRowsQuery,
  loadRowView,
  mixView,
  monthLoad,
  quarter,
  roleMonth,
  shareTargetView,
  teamMonth,
} from './balance.ts';
import { done, endpoint } from './endpoint.ts';
import { hoursChange, winTerms } from './previews.ts';
import { reserveAmount, reserveOutlookView, ringFenceScope } from './ring-fences.ts';
import {
  basisPoints,
  calendarDate,
  currency,
  givenAmount,
  id,
  instant,
  longText,
  minorUnits,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';
import { scenarioDatesView } from './scenario-dates.ts';

const scenarioId = id<ScenarioId>();
const dealId = id<DealId>();
const projectId = id<ProjectId>();
const personId = id<PersonId>();

/** One change of a scenario as people say it; what follows from it is worked out when it is compared. */
export const scenarioChangeFacts = z.discriminatedUnion('kind', [
  winTerms.extend({ kind: z.literal('win-deal'), dealId }),
  z.object({
    kind: z.literal('lose-deal'),
    dealId,
    reason: shortText.default('').describe('Kept with the deal when the scenario is applied.'),
  }),
  z.object({ kind: z.literal('start-initiative'), projectId }),
  z.object({
    kind: z.literal('delay-project'),
    projectId,
    weeks: z
      .int()
      .min(1)
      .max(104)
      .describe('Tasks that are not done begin and end so many weeks later; links are followed.'),
  }),
  z.object({
    kind: z.literal('stop-project'),
    projectId,
    reason: shortText.default('').describe('Needed to apply it: a shelved project says why.'),
  }),
  z.object({
    kind: z.literal('hire'),
    name: recordName.describe('What the person is called until somebody is found.'),
    roleId: id<RoleId>(),
    teamId: id<TeamId>().nullable().default(null),
    weeklyMinutes: z.int().min(1).max(10_080),
    from: recordDate,
    costPerHourMinor: givenAmount
      .nullable()
      .default(null)
      .describe('Null: the standard rates of the role. Shown to managers and up only.'),
    billPerHourMinor: givenAmount.nullable().default(null),
  }),
  z.object({ kind: z.literal('leave'), personId, lastDay: recordDate }),
  z.object({
    kind: z.literal('move-people'),
    personId,
    fromProjectId: projectId,
    toProjectId: projectId,
    from: recordDate.describe(
      'From this day on: off the open tasks of the one that are not begun by then, onto those of the other that nobody does and that ask for the person’s role.',
    ),
  }),
  z.object({
    kind: z.literal('change-terms'),
    personId,
    from: recordDate,
    roleId: id<RoleId>().nullable().default(null).describe('Null: the role stays.'),
    teamId: id<TeamId>().nullable().default(null).describe('Null: the team stays.'),
  }),
  z.object({
    kind: z.literal('change-reserve'),
    ringFenceId: id<RingFenceId>()
      .nullable()
      .default(null)
      .describe('Which ring-fence; null for a new one.'),
    name: recordName.default('Ring-fence').describe('Of a new one.'),
    scope: ringFenceScope
      .default({ kind: 'firm', id: null })
      .describe('Whose hours a new one holds back.'),
    fromMonth: calendarMonth,
    amount: reserveAmount,
    moneyMinor: givenAmount
      .nullable()
      .default(null)
      .describe('Money of each month; null: as before. Shown to managers and up only.'),
    toMonth: calendarMonth.nullable().default(null).describe('The last month; null: as before.'),
  }),
  z.object({
    kind: z.literal('change-target'),
    shareBasisPoints: basisPoints,
    toleranceBasisPoints: basisPoints,
  }),
]);
export type ScenarioChangeFacts = z.infer<typeof scenarioChangeFacts>;

const changeView = z.object({
  id: id<ScenarioChangeId>(),
  version,
  facts: scenarioChangeFacts,
  isOff: z.boolean().describe('Left out when the scenario is compared or applied.'),
  addedBy: reference<MemberId>(),
});
export type ScenarioChangeView = z.infer<typeof changeView>;

/** A scenario as lists show it. */
export const scenarioRow = z.object({
  id: scenarioId,
  version,
  name: z.string(),
  notes: z.string(),
  createdBy: reference<MemberId>(),
  createdAt: instant,
  updatedAt: instant.describe('When the scenario or one of its changes was last written.'),
  changeCount: z.int(),
  applied: z.object({ at: instant, by: reference<MemberId>() }).nullable(),
});
export type ScenarioRow = z.infer<typeof scenarioRow>;

/** A scenario with its changes, in the order in which they are laid over the plan. */
export const scenarioView = scenarioRow.extend({
  changes: z.array(changeView),
  names: z.record(z.string(), z.string()).describe('Names of everything the changes point at.'),
});
export type ScenarioView = z.infer<typeof scenarioView>;

const money = minorUnits.nullable();

const monthFigures = mixView.extend({
  month: calendarMonth,
  tentativeMinutes: z.int().describe('Hours of open deals, times the chance of winning them.'),
  valueMinor: money.describe('Client value of the month’s client work at bill rates.'),
  directCostMinor: money.describe('Hours of that work at cost rates.'),
  marginMinor: money.describe('Value less direct cost.'),
  cashInMinor: money.describe('Client value of the month before: clients pay a month later.'),
  cashOutMinor: money.describe('Everybody’s capacity at cost rates, used or not.'),
  cashMinor: money,
});
export type ScenarioMonth = z.infer<typeof monthFigures>;

const figures = z.object({
  target: shareTargetView.omit({ version: true }),
  months: z.array(monthFigures),
  quarters: z.array(mixView.extend(quarter.shape)),
  teams: z.array(teamMonth),
  roles: z.array(roleMonth),
  people: z
    .array(monthLoad.extend({ personId }))
    .describe('Months of people whose load or capacity differs in any column.'),
  peopleOver: z.array(z.object({ personId, month: calendarMonth, excessMinutes: z.int() })),
  finishes: z.array(
    finishView.extend({
      daysLater: z
        .int()
        .nullable()
        .describe('Calendar days later than in the plan; null when either end is open.'),
    }),
  ),
  reserve: z
    .array(reserveOutlookView)
    .describe(
      'Ring-fences by month; asked for is the work of the deals that the scenario wins, which nobody is allocated to yet.',
    ),
  initiativeHours: z.array(hoursChange),
  goalsAtRisk: z.array(
    z.object({
      goalId: id<GoalId>(),
      because: z.array(
        z.object({
          projectId,
          reason: z.enum(goalRiskReasons),
          finishOn: calendarDate.nullable(),
        }),
      ),
    }),
  ),
});
export type ScenarioFiguresView = z.infer<typeof figures>;

const column = z.object({
  /** Null for the plan as it is. */
  scenario: reference<ScenarioId>().extend({ version }).nullable(),
  figures,
  problems: z
    .array(z.object({ changeId: id<ScenarioChangeId>(), message: z.string() }))
    .describe('Changes that the plan does not allow any more; the figures are without them.'),
  seen: z
    .string()
    .describe('What these figures were computed from; applying asks for it and refuses another.'),
});
export type ScenarioColumn = z.infer<typeof column>;

/** Scenarios beside the plan: the plan first, then each in the order asked for. */
export const comparisonView = z.object({
  today: calendarDate,
  from: calendarDate,
  to: calendarDate,
  currency,
  names: balanceNames.extend({ goals: z.array(reference<GoalId>()) }),
  columns: z.array(column),
});
export type ComparisonView = z.infer<typeof comparisonView>;

const params = z.object({ id: scenarioId });
const changeParams = params.extend({ changeId: id<ScenarioChangeId>() });
const fields = { name: recordName, notes: longText };
const months = z.int().min(3).max(24).default(12);

/** What-if: changes laid over the plan, never in it until they are applied. */
export const scenarios = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/scenarios',
    permission: 'read',
    summary: 'Scenarios, the last written first.',
    query: z.object({ search: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(scenarioRow) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/scenarios',
    permission: 'write',
    summary: 'Add a scenario, with changes or a copy of those of another.',
    body: z.object({
      ...fields,
      notes: longText.default(''),
      changes: z.array(scenarioChangeFacts).max(100).default([]),
      copyOf: scenarioId.optional(),
    }),
    output: scenarioView,
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/scenarios/:id',
    permission: 'read',
    summary: 'One scenario with its changes in their order.',
    params,
    output: scenarioView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/scenarios/:id',
    permission: 'write',
    summary: 'Rename a scenario, or write what it is for.',
    ifMatch: true,
    params,
    body: z.object(fields).partial(),
    output: scenarioView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/scenarios/:id',
    permission: 'write',
    summary: 'Put a scenario away; the plan is not touched.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/scenarios/:id/restore',
    permission: 'write',
    summary: 'Take a scenario back.',
    params,
    output: scenarioView,
  }),
  addChange: endpoint({
    method: 'POST',
    path: '/api/v1/scenarios/:id/changes',
    permission: 'write',
    summary: 'Add a change at the end of a scenario.',
    params,
    body: z.object({ facts: scenarioChangeFacts }),
    output: scenarioView,
  }),
  updateChange: endpoint({
    method: 'PATCH',
    path: '/api/v1/scenarios/:id/changes/:changeId',
    permission: 'write',
    summary: 'Change a change, or switch it off and on.',
    ifMatch: true,
    params: changeParams,
    body: z.object({ facts: scenarioChangeFacts, isOff: z.boolean() }).partial(),
    output: scenarioView,
  }),
  removeChange: endpoint({
    method: 'DELETE',
    path: '/api/v1/scenarios/:id/changes/:changeId',
    permission: 'write',
    summary: 'Take a change out of a scenario.',
    params: changeParams,
    output: scenarioView,
  }),
  orderChanges: endpoint({
    method: 'PUT',
    path: '/api/v1/scenarios/:id/order',
    permission: 'write',
    summary: 'Lay the changes over the plan in another order.',
    params,
    body: z.object({ changeIds: z.array(id<ScenarioChangeId>()).max(100) }),
    output: scenarioView,
  }),
  compare: endpoint({
    method: 'POST',
    path: '/api/v1/scenario-comparisons',
    permission: 'read',
    summary:
      'The plan beside up to four scenarios: share, load, finish dates, margin, cash, goals at risk. Writes nothing (B13). Money for managers and up only.',
    body: z.object({ scenarioIds: z.array(scenarioId).max(4), months }),
    output: comparisonView,
  }),
  rows: endpoint({
    method: 'POST',
    path: '/api/v1/scenarios/:id/rows',
    permission: 'read',
    summary: 'The rows behind a figure of a scenario, the largest first, with their sum (U19).',
    params,
    body: loadRowsQuery.pick({ from: true, to: true }).extend({
      kind: loadRowsQuery.shape.kind,
      projectId: projectId.optional(),
      personId: personId.optional(),
      roleId: id<RoleId>().nullable().optional(),
      teamId: id<TeamId>().nullable().optional(),
      limit: z.int().min(1).max(1_000).default(200),
    }),
    output: z.object({ rows: z.array(loadRowView), total: z.int(), sum: amountsView }),
  }),
  dates: endpoint({
    method: 'POST',
    path: '/api/v1/scenarios/:id/dates',
    permission: 'read',
    summary: 'The tasks that lie elsewhere in a scenario, and where. Writes nothing (B13, PM-03).',
    params,
    output: scenarioDatesView,
  }),
  apply: endpoint({
    method: 'POST',
    path: '/api/v1/scenarios/:id/apply',
    permission: 'manage',
    summary:
      'Make a scenario true, all of it or nothing: exactly what was shown, or a refusal that names what has changed since.',
    ifMatch: true,
    params,
    body: z.object({ seen: z.string().max(200), months }),
    output: scenarioView,
  }),
};
