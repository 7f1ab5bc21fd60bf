import { dayNumber } from '../../../calendar-date.ts';
import {
  capacityOn,
  type PersonCapacity,
  termOn,
  weekdayPlace,
} from '../../../capacity/person-capacity.ts';
import type { WorkDays } from './work-days.ts';

/**
 * Minutes in each of the working days looked at, and as the last value what each day behind them gives.
 * What moves with the day stands in it as far as the days go, whatever it is that moves.
 */
export type HoursByDay = {
  readonly minutes: Int32Array;
  /** From this working day on the people themselves give nothing; null while nobody knows of such a day. */
  readonly goneFrom: number | null;
};

/** So many working days off at the end of those looked at mean that somebody does not come back. */
const longestAbsence = 15;

/** The working days looked at, as day numbers. */
export function dayNumbers(axis: WorkDays, length: number): readonly number[] {
  return Array.from({ length }, (_, slot) => dayNumber(axis.dayOf(slot)));
}

/**
 * What a person can work on each day. Behind the last one, what the person would have worked by the terms
 * of that day: somebody must take over then. Null for who never works on any of them.
 */
export function hoursOf(person: PersonCapacity, days: readonly number[]): HoursByDay | null {
  const minutes = new Int32Array(days.length + 1);
  days.forEach((day, slot) => {
    minutes[slot] = capacityOn(person, day);
  });
  const last = minutes.findLastIndex((amount) => amount > 0);
  if (last < 0) return null;
  const isLeaving = person.leftOn !== null && person.leftOn < (days.at(-1) ?? 0);
  if (!isLeaving && days.length - 1 - last <= longestAbsence) {
    minutes[days.length] = minutes[last] ?? 0;
    return { minutes, goneFrom: null };
  }
  const { weekMinutes } = termOn(person, days[last] ?? 0);
  for (let slot = last + 1; slot < days.length; slot += 1)
    minutes[slot] = weekMinutes[weekdayPlace(days[slot] ?? 0)] ?? 0;
  minutes[days.length] = Math.max(...weekMinutes);
  return { minutes, goneFrom: last + 1 };
}

/** A list by day as the first value and the days from which it is another. */
export function stepsOf(minutes: Int32Array): {
  readonly first: number;
  readonly changes: readonly { readonly from: number; readonly minutes: number }[];
} {
  const changes: { from: number; minutes: number }[] = [];
  for (let slot = 1; slot < minutes.length; slot += 1)
    if (minutes[slot] !== minutes[slot - 1])
      changes.push({ from: slot, minutes: minutes[slot] ?? 0 });
  return { first: minutes[0] ?? 0, changes };
}
