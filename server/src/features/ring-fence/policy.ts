import type { ReserveShortfall } from '@evenkeel/core/balance/reserve-book';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { AppError } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

/** A shortfall with the name of its ring-fence. */
export type NamedShortfall = ReserveShortfall & { readonly name: string };

/** What money is held back is for managers and up, as all money of Balance. */
export function canSeeMoney(actor: Actor): boolean {
  return hasPermission(actor, 'manage');
}

/**
 * The refusal of what takes hours from the reserve that nobody has lent. Each issue's path ends with
 * ring-fence, month and minutes short, which is what a loan takes.
 */
export function reserveShort(shortfalls: readonly NamedShortfall[]): AppError {
  const [first, ...others] = shortfalls.map(sentence);
  const more = others.length === 0 ? '' : ` So do ${others.length} other months.`;
  return new AppError(
    'reserve-short',
    `${first}${more} A manager can lend those hours, with a reason and a day on which they are paid back (POST /api/v1/reserve-loans); then do the same again.`,
    {
      issues: shortfalls.map((shortfall) => ({
        path: ['reserve', shortfall.policyId, shortfall.month, shortfall.shortMinutes],
        code: 'reserve-short',
        message: sentence(shortfall),
      })),
    },
  );
}

function sentence({ name, month, shortMinutes }: NamedShortfall): string {
  return `${hours(shortMinutes)} of ${monthName(month)} are held back for initiatives by “${name}”.`;
}

function hours(minutes: number): string {
  return `${Math.round(minutes / 6) / 10} h`;
}

function monthName(month: CalendarMonth): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return day.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
