import {
  type CalendarDate,
  type CalendarMonth,
  dateFromDayNumber,
  dayNumber,
  monthOf,
} from '../calendar-date.ts';
import type { AllocationId, PersonId, ProjectId, RoleId, TeamId } from '../id.ts';
import {
  type Allocation,
  type AllocationCertainty,
  type DayCapacity,
  takenOf,
} from './allocation.ts';
import { capacityOn, type PersonCapacity, termOn } from './person-capacity.ts';

/** Who works how much: people by id, and what a placeholder works. */
export type Capacities = {
  readonly people: ReadonlyMap<PersonId, PersonCapacity>;
  readonly firm: DayCapacity;
};

/** What of an allocation decides the hours that it takes. */
export type AllocatedFacts = Pick<
  Allocation,
  'id' | 'projectId' | 'personId' | 'roleId' | 'startOn' | 'endOn' | 'effort' | 'certainty'
>;

/** What one allocation takes of one month, in one role and team of the person. */
export type AllocatedMonth = {
  readonly allocationId: AllocationId;
  readonly projectId: ProjectId;
  readonly personId: PersonId | null;
  /** The role whose capacity it takes: the person's own, or the one a placeholder stands for. */
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
  readonly certainty: AllocationCertainty;
  readonly month: CalendarMonth;
  /** The first and the last day of the month on which it takes anything. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly minutes: number;
  /** The part of these from today on. */
  readonly aheadMinutes: number;
};

/** Which days are looked at, and which of them are still ahead. */
export type AllocatedDays = {
  readonly today: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

/**
 * What allocations take month by month, in the order of the allocations. Those of people who are not
 * among the capacities take nothing. Complexity: O(days of the allocations within the range).
 */
export function allocatedMonths(
  allocations: readonly AllocatedFacts[],
  capacities: Capacities,
  { today, from, to }: AllocatedDays,
): AllocatedMonth[] {
  const range = { first: dayNumber(from), last: dayNumber(to), today: dayNumber(today) };
  return allocations.flatMap((allocation) => monthsOf(allocation, capacities, range));
}

type Growing = { -readonly [Field in keyof AllocatedMonth]: AllocatedMonth[Field] };
type Range = { readonly first: number; readonly last: number; readonly today: number };

function monthsOf(allocation: AllocatedFacts, capacities: Capacities, range: Range): Growing[] {
  const months: Growing[] = [];
  eachAllocatedDay(allocation, capacities, range, (minutes, day, bearer) => {
    const on = dateFromDayNumber(day);
    let last = months.at(-1);
    if (
      last?.month !== monthOf(on) ||
      last.roleId !== bearer.roleId ||
      last.teamId !== bearer.teamId
    ) {
      last = emptyMonth(allocation, on, bearer);
      months.push(last);
    }
    last.to = on;
    last.minutes += minutes;
    if (day >= range.today) last.aheadMinutes += minutes;
  });
  return months;
}

/** Whose hours a day of an allocation takes. */
export type Bearer = { readonly roleId: RoleId | null; readonly teamId: TeamId | null };

/** Tells each day within a range on which an allocation takes anything: minutes, `dayNumber`, whose. */
export function eachAllocatedDay(
  allocation: AllocatedFacts,
  { people, firm }: Capacities,
  { first, last }: { readonly first: number; readonly last: number },
  tell: (minutes: number, day: number, bearer: Bearer) => void,
): void {
  const person = allocation.personId === null ? null : people.get(allocation.personId);
  if (person === undefined) return;
  const placeholder = { roleId: allocation.roleId, teamId: null };
  const end = Math.min(last, dayNumber(allocation.endOn));
  for (let day = Math.max(first, dayNumber(allocation.startOn)); day <= end; day += 1) {
    const minutes = takenOf(allocation.effort, person ? capacityOn(person, day) : firm(day));
    if (minutes > 0) tell(minutes, day, person ? termOn(person, day) : placeholder);
  }
}

function emptyMonth(
  allocation: AllocatedFacts,
  on: CalendarDate,
  { roleId, teamId }: Bearer,
): Growing {
  return {
    allocationId: allocation.id,
    projectId: allocation.projectId,
    personId: allocation.personId,
    roleId,
    teamId,
    certainty: allocation.certainty,
    month: monthOf(on),
    from: on,
    to: on,
    minutes: 0,
    aheadMinutes: 0,
  };
}
