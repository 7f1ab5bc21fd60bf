import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { type Instant, instant } from '@evenkeel/core/instant';

/** A moment as it is chosen: so many days ago, on a day (at its end), of a kept plan, or now. */
export type ChosenMoment =
  | { readonly kind: 'ago'; readonly days: number }
  | { readonly kind: 'day'; readonly day: CalendarDate | null }
  | { readonly kind: 'at'; readonly moment: Instant }
  | { readonly kind: 'now' };

const agoPrefix = 'ago-';

/** A chosen moment as the value of a choice, and back. */
export function choiceOf(moment: ChosenMoment): string {
  if (moment.kind === 'ago') return `${agoPrefix}${moment.days}`;
  return moment.kind === 'at' ? moment.moment : moment.kind;
}

/** The moment that a value of a choice stands for; a day is still to be named. */
export function momentChosen(value: string): ChosenMoment {
  if (value === 'now') return { kind: 'now' };
  if (value === 'day') return { kind: 'day', day: null };
  if (value.startsWith(agoPrefix)) {
    return { kind: 'ago', days: Number(value.slice(agoPrefix.length)) };
  }
  return { kind: 'at', moment: instant(value) };
}

/**
 * The instant of a chosen moment, `now` being in milliseconds since 1970. A day ends where the
 * reader's own day ends, which is `minutesWest` minutes behind that of UTC. Null: now, or no day yet.
 */
export function instantOf(chosen: ChosenMoment, now: number, minutesWest: number): Instant | null {
  switch (chosen.kind) {
    case 'now':
      return null;
    case 'ago':
      return instant(new Date(now - chosen.days * 86_400_000).toISOString());
    case 'at':
      return chosen.moment;
    case 'day': {
      if (!chosen.day) return null;
      const end = Date.parse(`${addDays(chosen.day, 1)}T00:00:00Z`) + minutesWest * 60_000;
      return instant(new Date(Math.min(end, now)).toISOString());
    }
  }
}
