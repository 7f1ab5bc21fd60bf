import { addDays, type CalendarDate, calendarDate } from '../calendar-date.ts';
import type { AllocationId, PersonId, ProjectId, RoleId } from '../id.ts';
import type { Allocation } from './allocation.ts';

/** A Monday. */
export const monday: CalendarDate = calendarDate('2027-03-01');

/** So many days after the Monday. */
export function day(count: number): CalendarDate {
  return addDays(monday, count);
}

/** Monday to Friday eight hours; `day` as a `dayNumber`. */
export function fullTime(day: number): number {
  return (((day + 3) % 7) + 7) % 7 < 5 ? 480 : 0;
}

/** Half of each day of Ada in the first week, unless more is said. */
export function allocationOf(part: Partial<Allocation> = {}): Allocation {
  return {
    id: 'a1' as AllocationId,
    projectId: 'site' as ProjectId,
    personId: 'ada' as PersonId,
    roleId: null,
    skillIds: [],
    startOn: monday,
    endOn: day(4),
    effort: { by: 'day', minutesPerDay: 240 },
    certainty: 'confirmed',
    note: '',
    version: 1,
    ...part,
  };
}

/** A placeholder for a designer. */
export function placeholderOf(part: Partial<Allocation> = {}): Allocation {
  return allocationOf({ personId: null, roleId: 'designer' as RoleId, ...part });
}
