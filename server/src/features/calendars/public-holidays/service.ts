import type { HolidayCountry, PublicHoliday } from '@evenkeel/contract/public-holidays';
import { addDays, calendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import { exceptionDays } from '@evenkeel/core/capacity/exception-days';
import type { CalendarId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** The language of the screens. */
const language = 'en';
const mostYears = 10;

/** The rules of the world take some megabytes and a third of a second: read when first asked for. */
async function library() {
  return (await import('date-holidays')).default;
}

let countries: Promise<HolidayCountry[]> | undefined;

/** Countries by name, with their states and regions. The same for everybody, so it is made once. */
export function listCountries(): Promise<HolidayCountry[]> {
  countries ??= readCountries();
  return countries;
}

/** Public holidays of a place in some years, in the order of their days. */
export async function listHolidays(
  place: string,
  { fromYear, toYear }: repository.Years,
): Promise<PublicHoliday[]> {
  await refuseUnknown(place);
  if (toYear < fromYear) throw invalid(['toYear'], 'too-early', 'is before the first year');
  if (toYear - fromYear >= mostYears) {
    throw invalid(['toYear'], 'too-late', `is more than ${mostYears} years`);
  }
  const Holidays = await library();
  const [country = '', state = '', region = ''] = place.split('-');
  const found = new Holidays(country, state, region, { types: ['public'] });
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  return years.flatMap((year) => merged(found.getHolidays(year, language).map(toHoliday)));
}

/** Puts the holidays of a place into a calendar, in place of those it has of that place and years. */
export async function addHolidays(
  scope: Scope,
  calendarId: CalendarId,
  { place, ...years }: repository.Years & { readonly place: string },
): Promise<void> {
  const holidays = await listHolidays(place, years);
  const key = { calendarId, place };
  await repository.deleteHolidays(scope, key, years);
  const closed = closedDays(await repository.listOwn(scope, calendarId, place));
  // What the firm has on its own stays the only one of its day.
  const fresh = holidays.filter(
    ({ startOn, endOn }) =>
      !closed.some(({ from, to }) => from <= dayNumber(startOn) && dayNumber(endOn) <= to),
  );
  await repository.insertHolidays(scope, key, fresh);
}

export function removeHolidays(scope: Scope, calendarId: CalendarId, place: string): Promise<void> {
  return repository.deleteHolidays(scope, { calendarId, place }, null);
}

async function readCountries(): Promise<HolidayCountry[]> {
  const Holidays = await library();
  const book = new Holidays();
  return Object.entries(book.getCountries(language) ?? {})
    .map(([code, name]) => ({ code, name, regions: regionsOf(book, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

type Book = InstanceType<Awaited<ReturnType<typeof library>>>;

function regionsOf(book: Book, country: string): HolidayCountry['regions'] {
  const states = Object.entries(book.getStates(country, language) ?? {});
  return states.flatMap(([state, name]) => [
    { code: `${country}-${state}`, name },
    ...Object.entries(book.getRegions(country, state, language) ?? {}).map(([region, part]) => ({
      code: `${country}-${state}-${region}`,
      name: `${name}, ${part}`,
    })),
  ]);
}

async function refuseUnknown(place: string): Promise<void> {
  const isKnown = (await listCountries()).some(
    ({ code, regions }) => code === place || regions.some((region) => region.code === place),
  );
  if (!isKnown) throw invalid(['place'], 'unknown', 'is no place whose holidays are known');
}

type Found = ReturnType<Book['getHolidays']>[number];

/** The library writes the first day with the hour and zone at which it begins; its end is exclusive. */
function toHoliday({ date, name, start, end }: Found): PublicHoliday {
  const startOn = calendarDate(date.slice(0, 10));
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return { name: name.slice(0, 300), startOn, endOn: addDays(startOn, days - 1) };
}

/** Two holidays on the same days are one, by both names. */
function merged(holidays: readonly PublicHoliday[]): PublicHoliday[] {
  const byDays = new Map<string, PublicHoliday>();
  for (const holiday of holidays) {
    const key = `${holiday.startOn} ${holiday.endOn}`;
    const other = byDays.get(key);
    byDays.set(key, other ? { ...other, name: `${other.name}, ${holiday.name}` } : holiday);
  }
  return [...byDays.values()];
}

function closedDays(own: Awaited<ReturnType<typeof repository.listOwn>>) {
  return own
    .filter(({ hours }) => Array.isArray(hours) && hours.length === 0)
    .flatMap(({ start_on, end_on, is_yearly }) =>
      exceptionDays({
        name: '',
        startOn: start_on,
        endOn: end_on,
        hours: [],
        isYearly: is_yearly,
      }),
    );
}
