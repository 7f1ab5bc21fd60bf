import type { CalendarDate } from '../calendar-date.ts';
import type { ClientFacts } from './client-facts.ts';

/** A date that a report tells the client: of a task or milestone, by a day. */
export type ToldDate = { readonly id: string; readonly name: string; readonly on: CalendarDate };

/**
 * The dates that a report drafted from these facts repeats: of what comes next and of what is needed, as
 * they were told before. A slip within the tolerance is named beside its promise and moves nothing (B07).
 */
export function toldDates({ next, needs }: ClientFacts): ToldDate[] {
  return [...next, ...needs].flatMap(({ id, name, promisedOn }) =>
    promisedOn === null ? [] : [{ id, name, on: promisedOn }],
  );
}
