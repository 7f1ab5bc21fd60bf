import { calendarDate, dayNumber } from '../calendar-date.ts';
import {
  type CapacityCalendar,
  capacityCalendar,
  type Employment,
  type EmploymentTerm,
  personCapacity,
} from '../capacity/employment.ts';
import { groupedBy } from '../grouping.ts';
import type { Id, TimeEntryId } from '../id.ts';
import type {
  BalanceAllocation,
  BalanceDeal,
  BalanceInput,
  BalancePerson,
  BalanceProject,
  BalanceTask,
  TimeLog,
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
  allocations: [],
  firmCapacity: personCapacity(
    {
      personId: '' as Id<'person'>,
      joinedOn: day('2000-01-01'),
      leftOn: null,
      leaves: [],
      terms: [
        { validFrom: null, weeklyMinutes: 2400, weekMinutes: null, roleId: null, teamId: null },
      ],
    },
    capacityCalendar(undefined),
  ),
  reserve: { policies: [], entries: [] },
  logs: [],
  deals: [],
};

export const designer = {
  id: id<'role'>('designer'),
  name: 'Designer',
  costPerHourMinor: 6000,
  billPerHourMinor: 12_000,
};

/** What a person is told apart by; the terms are one unless `terms` names several. */
export type PersonFacts = Partial<
  Omit<EmploymentTerm, 'validFrom'> & Omit<Employment, 'personId'> & { calendar: CapacityCalendar }
>;

export function person(name: string, facts: PersonFacts = {}): BalancePerson {
  const { joinedOn = day('2020-01-01'), leftOn = null, leaves = [], terms, ...term } = facts;
  return {
    id: id(name),
    name,
    capacity: personCapacity(
      { personId: id(name), joinedOn, leftOn, leaves, terms: terms ?? [oneTerm(term)] },
      facts.calendar ?? capacityCalendar(undefined),
    ),
  };
}

function oneTerm(facts: PersonFacts): EmploymentTerm {
  const { weeklyMinutes = 2400, weekMinutes = null, roleId = designer.id, teamId = null } = facts;
  return { validFrom: null, weeklyMinutes, weekMinutes, roleId, teamId };
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

/** Two hours of each weekday of the four weeks from today, confirmed. */
export function allocation(
  name: string,
  of: string,
  facts: Partial<BalanceAllocation> = {},
): BalanceAllocation {
  return {
    id: id(name),
    projectId: id(of),
    personId: id('Ada'),
    roleId: null,
    startOn: day('2026-11-18'),
    endOn: day('2026-12-15'),
    effort: { by: 'day', minutesPerDay: 120 },
    certainty: 'confirmed',
    ...facts,
  };
}

type EntryFacts = Partial<Pick<TimeLog, 'personId' | 'isBillable'>> & {
  readonly id?: TimeEntryId;
  readonly minutes?: number;
};

/** A log of one entry. */
export function entry(of: string, on: string, facts: EntryFacts = {}): TimeLog {
  const { personId = id('Ada'), isBillable = true, minutes = 60 } = facts;
  return {
    personId,
    projectId: id(of),
    isBillable,
    days: [dayNumber(day(on))],
    minutes: [minutes],
    entryIds: [facts.id ?? id(`${of} ${on} ${personId}`)],
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

/** The same entries, those of one person, project and billing in one log. */
export function joinedLogs(logs: readonly TimeLog[]): TimeLog[] {
  const alike = groupedBy(logs, (log) => `${log.personId} ${log.projectId} ${log.isBillable}`);
  return [...alike.values()].flatMap((some) =>
    some.slice(0, 1).map((first) => ({
      ...first,
      days: some.flatMap((log) => log.days),
      minutes: some.flatMap((log) => log.minutes),
      entryIds: some.flatMap((log) => log.entryIds),
    })),
  );
}

/** The same entries, each in a log of its own. */
export function singleLogs(logs: readonly TimeLog[]): TimeLog[] {
  return logs.flatMap((log) =>
    log.days.map((on, place) => ({
      ...log,
      days: [on],
      minutes: log.minutes.slice(place, place + 1),
      entryIds: log.entryIds.slice(place, place + 1),
    })),
  );
}
