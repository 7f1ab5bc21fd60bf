import { calendarDate } from '../calendar-date.ts';
import type { Id } from '../id.ts';
import type {
  BalanceDeal,
  BalanceEntry,
  BalanceInput,
  BalancePerson,
  BalanceProject,
  BalanceTask,
} from './input.ts';

/** Short readable ids stand for UUIDs: the calculation only compares them. */
export const id = <Noun extends string>(text: string) => text as Id<Noun>;
export const day = calendarDate;

/** A firm without anything on Wednesday 2026-11-18, looking at the last quarter of 2026. */
export const emptyFirm: BalanceInput = {
  today: day('2026-11-18'),
  from: day('2026-10-01'),
  to: day('2026-12-31'),
  currency: 'EUR',
  target: { shareBasisPoints: 2000, toleranceBasisPoints: 500 },
  tentativeMeasure: 'full',
  teams: [],
  roles: [],
  people: [],
  rates: [],
  projects: [],
  tasks: [],
  entries: [],
  deals: [],
};

export const designer = {
  id: id<'role'>('designer'),
  name: 'Designer',
  costPerHourMinor: 6000,
  billPerHourMinor: 12_000,
};

export function person(name: string, facts: Partial<BalancePerson> = {}): BalancePerson {
  return {
    id: id(name),
    name,
    teamId: null,
    roleId: designer.id,
    weeklyMinutes: 2400,
    joinedOn: day('2020-01-01'),
    leftOn: null,
    ...facts,
  };
}

export function project(name: string, facts: Partial<BalanceProject> = {}): BalanceProject {
  return {
    id: id(name),
    name,
    kind: 'client',
    isCommitted: true,
    startOn: day('2026-10-01'),
    endOn: day('2026-12-31'),
    teamId: null,
    promisedWeeklyMinutes: 0,
    priority: 3,
    ...facts,
  };
}

export function task(name: string, of: string, facts: Partial<BalanceTask> = {}): BalanceTask {
  return {
    id: id(name),
    projectId: id(of),
    name,
    roleId: designer.id,
    startOn: day('2026-11-18'),
    dueOn: day('2026-11-24'),
    estimateMinutes: 600,
    loggedMinutes: 0,
    isDone: false,
    hasSubTasks: false,
    assigneeIds: [],
    ...facts,
  };
}

export function entry(of: string, on: string, facts: Partial<BalanceEntry> = {}): BalanceEntry {
  return {
    id: id(`${of} ${on} ${facts.personId ?? 'Ada'}`),
    personId: id('Ada'),
    projectId: id(of),
    taskId: null,
    on: day(on),
    minutes: 60,
    isBillable: true,
    ...facts,
  };
}

export function deal(name: string, facts: Partial<BalanceDeal> = {}): BalanceDeal {
  return {
    id: id(name),
    name,
    probabilityBasisPoints: 5000,
    startOn: day('2026-12-01'),
    endOn: day('2026-12-31'),
    valueMinor: 5_000_000,
    demand: [{ roleId: designer.id, minutes: 2400 }],
    ...facts,
  };
}
