import { type CalendarDate, isCalendarDate, isRecordDate } from '@evenkeel/core/calendar-date';
import type { Id } from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import { largestMinor, largestRevenueMinor } from '@evenkeel/core/money';
import { z } from 'zod';

/** A record's id: a UUID, branded with its noun. */
export function id<I extends Id<string>>(): z.ZodType<I, I> {
  // A UUID is all that an id is at run time; the brand lives in the types only.
  return z.uuid('must be an id (UUID)') as unknown as z.ZodType<I, I>;
}

// The checks below prove the brand.
/** A day as YYYY-MM-DD, in an answer. */
export const calendarDate = z.iso
  .date('must be a day written YYYY-MM-DD')
  .refine(isCalendarDate, 'must be a day written YYYY-MM-DD') as unknown as z.ZodType<
  CalendarDate,
  CalendarDate
>;

/** A day as somebody gives it, YYYY-MM-DD from 1900 to 2199: anything else is a slip. */
export const recordDate = z.iso
  .date('must be a day written YYYY-MM-DD')
  .refine(isRecordDate, 'must be a day from 1900 to 2199') as unknown as z.ZodType<
  CalendarDate,
  CalendarDate
>;

// Written by the server from Date.toISOString, read by people's programs.
/** A moment in UTC as ISO 8601 with milliseconds. */
export const instant = z.iso.datetime() as unknown as z.ZodType<Instant, Instant>;

/** A currency code after ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR');

/** Whole minor units of the workspace's currency. */
export const minorUnits = z.int();

/** An amount as somebody gives it: not below zero, and not so large that sums of it would break. */
export const givenAmount = z
  .int()
  .min(0, 'must be 0 or more')
  .max(largestMinor, 'is more than any amount here may be');

/** The revenue of a company as somebody gives it: it may be larger than what is ever summed. */
export const givenRevenue = z
  .int()
  .min(0, 'must be 0 or more')
  .max(largestRevenueMinor, 'is more than any company earns');

/** Effort in whole minutes, at most 100,000 hours. */
export const effortMinutes = z.int().min(0).max(6_000_000);

/** Working time between two tasks: 480 minutes are a day, negative is a lead; at most 1,000 days. */
export const lagMinutes = z.int().min(-480_000).max(480_000);

/** Ten-thousandths: 2,500 is a quarter. */
export const basisPoints = z.int().min(0).max(10_000);

/** A name that people see: 1 to 300 characters, trimmed. */
export const recordName = z
  .string()
  .trim()
  .min(1, 'is needed')
  .max(300, 'is longer than 300 characters');

/** The name of a file: as any name, without what would make it a path. */
export const fileName = recordName.refine(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
  (name) => !/[\\/\u0000-\u001f\u007f]/.test(name),
  'may not hold a slash, a backslash or a line break',
);

/** Free text, at most 20,000 characters. */
export const longText = z.string().max(20_000, 'is longer than 20,000 characters');

/** A line of text, at most 500 characters. */
export const shortText = z.string().trim().max(500, 'is longer than 500 characters');

/** A reference with the name that people see. */
export function reference<I extends Id<string>>() {
  return z.object({ id: id<I>(), name: z.string() });
}

/** The version of a record, counted up by every write. */
export const version = z.int().min(1);
