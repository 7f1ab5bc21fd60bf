import { dateOf, dayNumber } from '../calendar-date.ts';
import type { DayHours, DayNumber } from './calendar-model.ts';

/**
 * The hours of a calendar kept in one time zone, on the wall clock of another: nine o'clock in New York
 * is three in the afternoon in Berlin, but two for the weeks in which only one of them has summer time.
 * The clocks' difference is taken at noon of each day, since they are changed at night. Throws a
 * RangeError for a zone that is not in the IANA data base.
 */
export function hoursInZone(
  hoursOf: (day: DayNumber) => DayHours,
  own: string,
  project: string,
): (day: DayNumber) => DayHours {
  if (own === project) return hoursOf;
  const [ownOffset, projectOffset] = [offsetsOf(own), offsetsOf(project)];
  const shiftAt = (day: DayNumber) => projectOffset(day) - ownOffset(day);
  return (day) => {
    const hours: { from: number; to: number }[] = [];
    for (const source of [day - 1, day, day + 1]) {
      // Minutes from midnight of `day` on the project's clock.
      const moved = (source - day) * 1440 + shiftAt(source);
      for (const { from, to } of hoursOf(source)) {
        const shift = { from: Math.max(0, from + moved), to: Math.min(1440, to + moved) };
        if (shift.from < shift.to) hours.push(shift);
      }
    }
    return hours;
  };
}

/** Minutes by which a zone's clocks are ahead of UTC at noon (UTC) of each day. */
function offsetsOf(zone: string): (day: DayNumber) => number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return remembered((day) => {
    const parts = format.formatToParts((day * 1440 + 720) * 60_000);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    const local = dayNumber(dateOf(part('year'), part('month'), part('day')));
    return (local - day) * 1440 + part('hour') * 60 + part('minute') - 720;
  });
}

function remembered(of: (day: DayNumber) => number): (day: DayNumber) => number {
  const known = new Map<DayNumber, number>();
  return (day) => {
    const value = known.get(day) ?? of(day);
    known.set(day, value);
    return value;
  };
}
