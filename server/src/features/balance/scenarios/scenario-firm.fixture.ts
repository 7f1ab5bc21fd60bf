import type {
  ComparisonView,
  ScenarioChangeFacts,
  ScenarioColumn,
} from '@evenkeel/contract/scenarios';
import { addDays, addMonths, monthOf, monthStart, weekStart } from '@evenkeel/core/calendar-date';
import type { DealId, PersonId, ProjectId, RingFenceId, RoleId } from '@evenkeel/core/id';
import { dayIn } from '../../../platform/clock.ts';
import type { FirmIds, FirmRow } from '../firm.fixture.ts';

/** Today where the workspace is. */
export const today = dayIn('Europe/Berlin', new Date());
/** The next Monday. */
export const monday = addDays(weekStart(today), 7);
const past = weekStart(addDays(monthStart(addMonths(monthOf(today), -1)), 6));
/** How far comparisons look. */
export const months = 6;

/** Designers with room for little, an initiative that needs it, and a deal that would take it. */
export const firmRows: readonly FirmRow[] = [
  { table: 'team', as: 'North', name: 'North' },
  ...['Ada', 'Ben'].map((name) => ({
    table: 'person',
    as: name,
    name,
    role_id: '@Designer',
    team_id: '@North',
    weekly_minutes: 1200,
  })),
  ...[
    { as: 'Academy', kind: 'initiative', state: 'executing', promised_weekly_minutes: 600 },
    { as: 'Idea', kind: 'initiative', state: 'proposed' },
    { as: 'Site', kind: 'client', state: 'executing' },
    { as: 'App', kind: 'client', state: 'approved' },
  ].map((project, index) => ({
    table: 'project',
    number: index + 1,
    name: project.as,
    start_on: past,
    end_on: addDays(monday, 46),
    scope: 'Written',
    budget: 1000,
    owner_id: '@Ada',
    project_manager_id: '@Ada',
    team_id: '@North',
    ...project,
  })),
  ...[
    { as: 'Teach', project_id: '@Academy', estimate_minutes: 6001 },
    { as: 'Dream', project_id: '@Idea', estimate_minutes: 3000 },
    { as: 'Draw', project_id: '@Site', estimate_minutes: 1777 },
    { as: 'Build', project_id: '@Site', estimate_minutes: 900 },
    { as: 'Code', project_id: '@App', estimate_minutes: 1300 },
  ].map((task, index) => ({
    table: 'task',
    number: index + 1,
    name: task.as,
    role_id: '@Designer',
    start_on: monday,
    due_on: addDays(monday, 46),
    ...task,
  })),
  { table: 'assignment', as: 'a', project_id: '@Academy', task_id: '@Teach', person_id: '@Ada' },
  { table: 'assignment', as: 'b', project_id: '@Site', task_id: '@Draw', person_id: '@Ben' },
  {
    table: 'time_entry',
    as: 'e',
    person_id: '@Ada',
    project_id: '@Site',
    on_date: past,
    minutes: 300,
    is_billable: true,
  },
  {
    table: 'allocation',
    as: 'booked',
    project_id: '@Site',
    person_id: '@Ada',
    start_on: monday,
    end_on: addDays(monday, 46),
    minutes_per_day: 60,
    certainty: 'confirmed',
  },
  { table: 'ring_fence', as: 'Fence', name: 'Fence', scope_kind: 'team', team_id: '@North' },
  {
    table: 'ring_fence_term',
    as: 'A fifth',
    ring_fence_id: '@Fence',
    from_month: monthOf(today),
    share: 2000,
  },
  ...['Shop', 'Other'].map((name, index) => ({
    table: 'deal',
    as: name,
    name,
    number: index + 1,
    stage_id: '@Proposal',
    stage_since: past,
    opened_on: past,
    delivery_start_on: monday,
    delivery_end_on: addDays(monday, 74),
    value: 4_500_000,
  })),
  { table: 'deal_demand', as: 'd1', deal_id: '@Shop', role_id: '@Designer', minutes: 20_007 },
  { table: 'deal_demand', as: 'd2', deal_id: '@Other', role_id: '@Consultant', minutes: 1500 },
  {
    table: 'strategic_plan',
    as: 'Plan',
    number: 1,
    name: 'Plan',
    starts_on: past,
    ends_on: addDays(monday, 700),
  },
  {
    table: 'goal',
    as: 'Known',
    number: 1,
    plan_id: '@Plan',
    name: 'Known for teaching',
    driver: 'growth',
    deadline: addDays(monday, 60),
  },
  ...['Academy', 'Idea'].map((name) => ({
    table: 'goal_link',
    as: `serves ${name}`,
    project_id: `@${name}`,
    goal_id: '@Known',
    strength: 2,
  })),
];

/** Ids of what the fixture made, by name; each of the noun that its row is. */
export function factsOf(ids: FirmIds) {
  const deal = (name: string) => ids[name] as DealId;
  const project = (name: string) => ids[name] as ProjectId;
  const ada = ids['Ada'] as PersonId;
  const hire = {
    kind: 'hire',
    name: 'A second designer',
    roleId: ids['Designer'] as RoleId,
    teamId: null,
    weeklyMinutes: 1800,
    from: addDays(monday, 14),
  } as const;
  return {
    'win-deal': { kind: 'win-deal', dealId: deal('Shop'), projectManagerId: ada },
    'lose-deal': { kind: 'lose-deal', dealId: deal('Other'), reason: 'Too dear' },
    'start-initiative': { kind: 'start-initiative', projectId: project('Idea') },
    'delay-project': { kind: 'delay-project', projectId: project('Site'), weeks: 3 },
    'stop-project': { kind: 'stop-project', projectId: project('Academy'), reason: 'Not now' },
    hire: { ...hire, costPerHourMinor: null, billPerHourMinor: null },
    'hire at rates of their own': { ...hire, costPerHourMinor: 7700, billPerHourMinor: 15_500 },
    leave: { kind: 'leave', personId: ids['Ben'] as PersonId, lastDay: addDays(monday, 18) },
    'move-people': {
      kind: 'move-people',
      personId: ids['Ben'] as PersonId,
      fromProjectId: project('Site'),
      toProjectId: project('App'),
      from: today,
    },
    'change-terms': {
      kind: 'change-terms',
      personId: ids['Ben'] as PersonId,
      from: addDays(monday, 11),
      roleId: ids['Consultant'] as RoleId,
      teamId: null,
    },
    'change-reserve': {
      kind: 'change-reserve',
      ringFenceId: ids['Fence'] as RingFenceId,
      name: 'Fence',
      scope: { kind: 'firm', id: null },
      fromMonth: addMonths(monthOf(today), 1),
      amount: { by: 'share', basisPoints: 4500 },
      moneyMinor: null,
      toMonth: null,
    },
    'a new ring-fence': {
      kind: 'change-reserve',
      ringFenceId: null,
      name: 'For teaching',
      scope: { kind: 'role', id: ids['Designer'] as RoleId },
      fromMonth: monthOf(today),
      amount: { by: 'minutes', minutesPerMonth: 1500 },
      moneyMinor: 100_000,
      toMonth: addMonths(monthOf(today), 4),
    },
    'change-target': {
      kind: 'change-target',
      shareBasisPoints: 4000,
      toleranceBasisPoints: 100,
    },
  } as const satisfies Record<string, ScenarioChangeFacts>;
}
export type FactsName = keyof ReturnType<typeof factsOf>;

/** Figures under names instead of ids, for what is new has another id once it is there. */
export function told({ names }: ComparisonView, { figures }: ScenarioColumn): unknown {
  const nameOf = new Map(
    [...names.projects, ...names.people].map(({ id, name }) => [
      `${id}`,
      name.replace(' (new)', ''),
    ]),
  );
  // Of people only those are sent whose load differs, which is nobody's afterwards.
  const { initiativeHours: _, goalsAtRisk: _risk, people: _people, ...rest } = figures;
  const words = JSON.stringify({
    ...rest,
    // A ring-fence that is new has another id too; what is asked for is there as tasks afterwards.
    reserve: rest.reserve.map((outlook) => [
      outlook.ringFence.name,
      outlook.month,
      outlook.capacityMinutes,
      outlook.reserveMinutes,
      outlook.bookedMinutes,
      outlook.takenMinutes,
      outlook.lentMinutes,
    ]),
    finishes: rest.finishes.map(({ daysLater: _later, ...finish }) => finish),
  });
  return JSON.parse(
    words.replaceAll(/"([0-9a-f]{8}-[0-9a-f-]{27})"/g, (text, id) =>
      nameOf.has(id) ? JSON.stringify(nameOf.get(id)) : text,
    ),
  );
}
