import { type CalendarDate, dayNumber, weekStart } from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import type { PersonId, ProjectId } from '../id.ts';
import type { LoadRow, ProjectMinutes } from './load.ts';

/**
 * Hours logged on client projects, by person. Every initiative asks for those of its people again,
 * so days are numbers and projects are places in a list: adding up is then a walk over numbers.
 */
export type ClientHours = {
  /** In the order of their ids. */
  readonly projectIds: readonly ProjectId[];
  readonly ofPerson: ReadonlyMap<PersonId, readonly DayHours[]>;
};

type DayHours = { readonly day: number; readonly project: number; readonly minutes: number };

/** The client projects that took hours in the `index`th week, the most first. */
export type WeekTakers = (index: number) => readonly ProjectMinutes[];

/** The hours of `logged` rows that went to client projects. */
export function clientHoursOf(logged: readonly LoadRow[]): ClientHours {
  const rows = logged.filter((row) => row.kind === 'client');
  const projectIds = [
    ...new Set(rows.flatMap((row) => (row.projectId === null ? [] : [row.projectId]))),
  ].sort();
  const places = new Map(projectIds.map((id, place) => [id, place]));
  const ofPerson = new Map<PersonId, DayHours[]>();
  for (const { personId, projectId, from, minutes } of rows) {
    const project = projectId === null ? undefined : places.get(projectId);
    if (personId === null || project === undefined) continue;
    entryOf(ofPerson, personId, () => []).push({ day: dayNumber(from), project, minutes });
  }
  return { projectIds, ofPerson };
}

/**
 * What client projects took of some people in each week of some days, the first week beginning on
 * the Monday on or before the first day. Complexity: O(hours of the people + weeks × projects).
 */
export function weekTakers(
  { projectIds, ofPerson }: ClientHours,
  people: Iterable<PersonId>,
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
): WeekTakers {
  const [first, last] = [dayNumber(days.from), dayNumber(days.to)];
  const monday = dayNumber(weekStart(days.from));
  const width = projectIds.length;
  const taken = new Float64Array((Math.floor((last - monday) / 7) + 1) * width);
  for (const person of people) {
    for (const { day, project, minutes } of ofPerson.get(person) ?? []) {
      if (day < first || day > last) continue;
      const place = Math.floor((day - monday) / 7) * width + project;
      taken[place] = (taken[place] ?? 0) + minutes;
    }
  }
  return (index) =>
    projectIds
      .map((projectId, place) => ({ projectId, minutes: taken[index * width + place] ?? 0 }))
      .filter((project) => project.minutes > 0)
      // Equal ones stay in the order of their ids.
      .sort((a, b) => b.minutes - a.minutes);
}
