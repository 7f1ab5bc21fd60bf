import type { CalendarId } from '@evenkeel/core/id';
import { z } from 'zod';
import { calendarView } from './calendars.ts';
import { endpoint } from './endpoint.ts';
import { calendarDate, id } from './scalars.ts';

/** A country, or one with its state and region, as `DE`, `DE-BY` or `DE-BY-A`. */
export const holidayPlace = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Za-z0-9]{1,12}){0,2}$/, 'is not a country or a region of one');

const year = z.coerce.number().int().min(1970).max(2150);

/** A place with public holidays of its own. */
export const holidayCountry = z.object({
  code: z.string(),
  name: z.string(),
  regions: z.array(z.object({ code: holidayPlace, name: z.string() })),
});
/** A place with public holidays of its own. */
export type HolidayCountry = z.infer<typeof holidayCountry>;

/** A public holiday of one year. */
export const publicHoliday = z.object({
  name: z.string(),
  startOn: calendarDate,
  endOn: calendarDate,
});
/** A public holiday of one year. */
export type PublicHoliday = z.infer<typeof publicHoliday>;

const params = z.object({ id: id<CalendarId>() });

/** Public holidays of the world, to be put into calendars (U14, PM-13). */
export const publicHolidays = {
  countries: endpoint({
    method: 'GET',
    path: '/api/v1/public-holidays/countries',
    permission: 'read',
    summary: 'Countries with their states and regions, as far as public holidays are known.',
    output: z.object({ rows: z.array(holidayCountry) }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/v1/public-holidays',
    permission: 'read',
    summary: 'Public holidays of a place in some years.',
    query: z.object({ place: holidayPlace, fromYear: year, toYear: year }),
    output: z.object({ rows: z.array(publicHoliday) }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/v1/calendars/:id/public-holidays',
    permission: 'manage',
    summary:
      'Put the public holidays of a place into a calendar; those from before are brought up to date.',
    params,
    body: z.object({ place: holidayPlace, fromYear: z.int(), toYear: z.int() }),
    output: calendarView,
  }),
  remove: endpoint({
    method: 'POST',
    path: '/api/v1/calendars/:id/public-holidays/removal',
    permission: 'manage',
    summary: 'Take the public holidays of a place out of a calendar; the firm’s own stay.',
    params,
    body: z.object({ place: holidayPlace }),
    output: calendarView,
  }),
};
