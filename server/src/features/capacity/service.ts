import { type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import {
  type CapacityCalendar,
  capacityCalendar,
  personCapacity,
} from '@evenkeel/core/capacity/employment';
import { capacityOn, type PersonCapacity } from '@evenkeel/core/capacity/person-capacity';
import type { CalendarId, PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';
import { listPlanCalendars } from '../calendars/service.ts';
import * as repository from './repository.ts';

export { type EmploymentRecord, listEmployments } from './repository.ts';

/** A person with what follows from terms, holidays and approved leave. */
export type PersonWithCapacity = {
  readonly id: PersonId;
  readonly name: string;
  readonly capacity: PersonCapacity;
};

/**
 * The one truth about how much people can work on each day: everybody's, in the order of their names,
 * or that of some people. Also from the trash, since their hours stay.
 */
export async function listCapacities(
  scope: Scope,
  personIds: readonly PersonId[] | null = null,
): Promise<PersonWithCapacity[]> {
  const employments = await repository.listEmployments(scope, personIds);
  const calendarOf = await readCapacityCalendars(scope);
  return employments.map((employment) => ({
    id: employment.personId,
    name: employment.name,
    capacity: personCapacity(employment, calendarOf(employment.calendarId)),
  }));
}

/** Minutes that some people can work on Monday to Sunday of a week, by the day of its Monday. */
export async function weekCapacities(
  scope: Scope,
  personIds: readonly PersonId[],
): Promise<(id: PersonId, monday: CalendarDate) => readonly number[]> {
  const people = await listCapacities(scope, personIds);
  const byId = new Map(people.map(({ id, capacity }) => [id, capacity]));
  return (id, monday) => {
    const capacity = byId.get(id);
    const first = dayNumber(monday);
    return [0, 1, 2, 3, 4, 5, 6].map((place) =>
      capacity ? capacityOn(capacity, first + place) : 0,
    );
  };
}

/** The calendars of the firm for capacity; null, or one that is gone, is the firm's own. */
export async function readCapacityCalendars(
  scope: Scope,
): Promise<(id: CalendarId | null) => CapacityCalendar> {
  const calendars = await listPlanCalendars(scope);
  const byId = new Map(calendars.map((one) => [one.id, capacityCalendar(one)]));
  const standard = capacityCalendar(calendars.find((one) => one.isDefault));
  return (id) => (id === null ? standard : (byId.get(id) ?? standard));
}
