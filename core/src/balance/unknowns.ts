import { dayNumber, later } from '../calendar-date.ts';
import type { PersonId } from '../id.ts';
import type { BalanceInput } from './input.ts';
import { hasUsableDates, remainingMinutes } from './planned-work.ts';

/** What keeps a part of the work out of the figures. Nothing is guessed in its place. */
export const unknownCodes = [
  'task-without-estimate',
  'task-without-due-date',
  'task-without-role',
  'task-of-leaver',
  'person-without-rate',
  'initiative-without-start',
  'deal-without-demand',
  'deal-without-dates',
] as const;
export type UnknownCode = (typeof unknownCodes)[number];

/** One thing to complete: id and name of the task, person, project or deal. */
export type Unknown = { readonly code: UnknownCode; readonly id: string; readonly name: string };

/**
 * Everything that Balance cannot count, by code and then name:
 * - open tasks of committed projects without estimate or due day (not in planned work), or with
 *   neither role nor person (counted as hours, but at no rate and against nobody's capacity);
 * - open tasks due after the last day of somebody who is on them (counted as if that person were there);
 * - people who, at any time, have neither a rate of their own nor a role (their hours count at no cost and no value);
 * - committed initiatives with a promise and no start (no promise can be reckoned);
 * - open deals without demand, or whose delivery dates are missing or over (not in tentative work).
 */
export function unknowns(input: BalanceInput): Unknown[] {
  const all = [
    ...taskUnknowns(input),
    ...personUnknowns(input),
    ...initiativeUnknowns(input),
    ...dealUnknowns(input),
  ];
  return all.sort(
    (a, b) =>
      unknownCodes.indexOf(a.code) - unknownCodes.indexOf(b.code) ||
      compare(a.name, b.name) ||
      compare(a.id, b.id),
  );
}

function taskUnknowns(input: BalanceInput): Unknown[] {
  const committed = new Set(
    input.projects.filter((project) => project.isCommitted).map((project) => project.id),
  );
  const lastDays = new Map<PersonId, number>();
  for (const { id, capacity } of input.people)
    if (capacity.leftOn !== null) lastDays.set(id, capacity.leftOn);
  return input.tasks.flatMap(({ id, name, ...task }): Unknown[] => {
    const remaining = remainingMinutes(task);
    if (remaining === 0 || !committed.has(task.projectId)) return [];
    if (remaining === null) return [{ code: 'task-without-estimate', id, name }];
    if (task.dueOn === null) return [{ code: 'task-without-due-date', id, name }];
    if (task.roleId === null && task.assigneeIds.length === 0)
      return [{ code: 'task-without-role', id, name }];
    const due = dayNumber(later(task.dueOn, input.today));
    const isOfLeaver = task.assigneeIds.some((one) => (lastDays.get(one) ?? due) < due);
    return isOfLeaver ? [{ code: 'task-of-leaver', id, name }] : [];
  });
}

function personUnknowns(input: BalanceInput): Unknown[] {
  const rated = new Set(input.rates.flatMap((rate) => ('personId' in rate ? [rate.personId] : [])));
  return input.people
    .filter(
      ({ id, capacity: { terms } }) => terms.some((term) => term.roleId === null) && !rated.has(id),
    )
    .map(({ id, name }) => ({ code: 'person-without-rate', id, name }));
}

function initiativeUnknowns(input: BalanceInput): Unknown[] {
  return input.projects
    .filter(
      (project) =>
        project.isCommitted && project.promisedWeeklyMinutes > 0 && project.startOn === null,
    )
    .map(({ id, name }) => ({ code: 'initiative-without-start', id, name }));
}

function dealUnknowns(input: BalanceInput): Unknown[] {
  return input.deals.flatMap((deal): Unknown[] => {
    const { id, name } = deal;
    if (deal.demand.length === 0) return [{ code: 'deal-without-demand', id, name }];
    if (!hasUsableDates(deal, input.today)) return [{ code: 'deal-without-dates', id, name }];
    return [];
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
