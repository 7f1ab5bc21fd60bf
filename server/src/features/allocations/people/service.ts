import { type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import type { Capacities } from '@evenkeel/core/capacity/allocated';
import type { DayCapacity } from '@evenkeel/core/capacity/allocation';
import type { ClashPerson } from '@evenkeel/core/capacity/clash';
import {
  capacityOn,
  type Holiday,
  type Leave,
  type PersonCapacity,
} from '@evenkeel/core/capacity/person-capacity';
import { groupedBy } from '@evenkeel/core/grouping';
import type { PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { listLeaves } from '../../calendars/leaves/service.ts';
import { listCalendars, type WholeCalendar } from '../../calendars/service.ts';
import * as repository from './repository.ts';

export { listNamed, listSkillsOfPeople } from './repository.ts';

/** A person with what they can work. */
export type PlannedPerson = {
  readonly record: repository.PersonRecord;
  readonly capacity: PersonCapacity;
};

/** People with what they can work, and what the firm's calendar leaves of a day for a placeholder. */
export type PeopleFound = {
  readonly people: readonly PlannedPerson[];
  readonly firm: DayCapacity;
};

/** Everybody who is not in the trash with their capacity, by name; only some where ids are given. */
export async function gatherPeople(scope: Scope, ids?: readonly PersonId[]): Promise<PeopleFound> {
  const [calendar] = await listCalendars(scope);
  const holidays = calendar ? holidaysOf(calendar) : [];
  const leaves = groupedBy(await listLeaves(scope, {}), (leave) => leave.person_id);
  const records = await repository.listPeople(scope, ids);
  const week = calendar?.calendar.week as readonly (readonly { from: number; to: number }[])[];
  const firmWeek = week.map((hours) => hours.reduce((sum, { from, to }) => sum + to - from, 0));
  const everybody = { personId: '' as PersonId, joinedOn: -1e6, leftOn: null, leaves: [] };
  const firm = {
    ...everybody,
    holidays,
    terms: [{ validFrom: 0, weekMinutes: firmWeek, roleId: null, teamId: null }],
  };
  return {
    people: records.map((record) => ({
      record,
      capacity: {
        personId: record.id,
        terms: [
          {
            validFrom: 0,
            weekMinutes: record.week_minutes ?? evenly(record.weekly_minutes, firmWeek),
            roleId: record.role_id,
            teamId: record.team_id,
          },
        ],
        joinedOn: dayNumber(record.joined_on),
        leftOn: record.left_on === null ? null : dayNumber(record.left_on),
        holidays,
        leaves: (leaves.get(record.id) ?? []).map(
          (leave): Leave => ({
            from: dayNumber(leave.start_on),
            to: dayNumber(leave.end_on),
            isHalf: false,
          }),
        ),
      },
    })),
    firm: (day) => capacityOn(firm, day),
  };
}

function evenly(weeklyMinutes: number, firmWeek: readonly number[]): number[] {
  const days = Math.max(1, firmWeek.filter((minutes) => minutes > 0).length);
  return firmWeek.map((minutes) => (minutes > 0 ? Math.round(weeklyMinutes / days) : 0));
}

function holidaysOf({ exceptions }: WholeCalendar): Holiday[] {
  return exceptions.flatMap((exception) => {
    const name = exception.name;
    const span = (startOn: CalendarDate, endOn: CalendarDate) => ({
      name,
      from: dayNumber(startOn),
      to: dayNumber(endOn),
      mostMinutes: 0,
    });
    if (!exception.is_yearly) return [span(exception.start_on, exception.end_on)];
    return Array.from({ length: 40 }, (_, index) => {
      const year = 2010 + index;
      const startOn = `${year}${exception.start_on.slice(4)}` as CalendarDate;
      return span(startOn, startOn);
    });
  });
}

/** Everybody's capacity by id, and what a placeholder works: for calculations over many people. */
export async function capacitiesOf(scope: Scope): Promise<Capacities> {
  const { people, firm } = await gatherPeople(scope);
  return { people: new Map(people.map(({ record, capacity }) => [record.id, capacity])), firm };
}

/** A person as clashes are looked for. */
export function clashPerson({ record, capacity }: PlannedPerson): ClashPerson {
  const usual = { ...capacity, leaves: [], joinedOn: Number.MIN_SAFE_INTEGER, leftOn: null };
  return {
    id: record.id,
    capacity: (day) => capacityOn(capacity, day),
    usual: (day) => capacityOn(usual, day),
    isEmployed: (day) =>
      day >= capacity.joinedOn && (capacity.leftOn === null || day <= capacity.leftOn),
  };
}
