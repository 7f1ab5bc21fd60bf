import { type CalendarDate, dayNumber, weekStart } from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import type { PersonId, ProjectId } from '../id.ts';
import type { BalanceInput, TimeLog } from './input.ts';
import type { ProjectMinutes } from './load.ts';
import { dayNumbers, eachEntry } from './time-log.ts';

/**
 * Hours logged on client projects, by person. Every initiative asks for those of its people again,
 * so projects are places in a list, as days are numbers: adding up is then a walk over numbers.
 */
export type ClientHours = {
  /** In the order of their ids. */
  readonly projectIds: readonly ProjectId[];
  readonly ofPerson: ReadonlyMap<PersonId, readonly ProjectHours[]>;
};

type ProjectHours = { readonly project: number; readonly log: TimeLog };

/** The client projects that took hours in the `index`th week, the most first. */
export type WeekTakers = (index: number) => readonly ProjectMinutes[];

/** The hours of an input that went to client projects. */
export function clientHoursOf(input: Pick<BalanceInput, 'projects' | 'logs'>): ClientHours {
  const isClient = new Set(
    input.projects.filter(({ kind }) => kind === 'client').map((project) => project.id),
  );
  const logs = input.logs.filter((log) => isClient.has(log.projectId));
  const projectIds = [...new Set(logs.map((log) => log.projectId))].sort();
  const places = new Map(projectIds.map((id, place) => [id, place]));
  const ofPerson = new Map<PersonId, ProjectHours[]>();
  for (const log of logs) {
    const project = places.get(log.projectId);
    if (project === undefined) continue;
    entryOf(ofPerson, log.personId, () => []).push({ project, log });
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
  const { first, last } = dayNumbers(days);
  const monday = dayNumber(weekStart(days.from));
  const width = projectIds.length;
  const taken = new Float64Array((Math.floor((last - monday) / 7) + 1) * width);
  for (const person of people) {
    for (const { project, log } of ofPerson.get(person) ?? []) {
      eachEntry(log, { first, last }, (day, minutes) => {
        const place = Math.floor((day - monday) / 7) * width + project;
        taken[place] = (taken[place] ?? 0) + minutes;
      });
    }
  }
  return (index) =>
    projectIds
      .map((projectId, place) => ({ projectId, minutes: taken[index * width + place] ?? 0 }))
      .filter((project) => project.minutes > 0)
      // Equal ones stay in the order of their ids.
      .sort((a, b) => b.minutes - a.minutes);
}
