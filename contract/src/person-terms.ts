import type { RoleId, TeamId, TermId } from '@evenkeel/core/id';
import { z } from 'zod';
import { calendarDate, id, recordDate, reference, version } from './scalars.ts';

/** Minutes of a whole week. */
export const weeklyMinutes = z
  .int()
  .min(0, 'must be 0 or more')
  .max(10_080, 'is more than a week has');

/** Minutes of each day of a week. */
export const weekMinutes = z
  .array(z.int().min(0).max(1_440))
  .length(7)
  .nullable()
  .describe('Minutes of Monday to Sunday; they say the minutes of the week. Null: evenly.');

/** The present terms, which stand on the person, or others. */
export const termId = z.union([id<TermId>(), z.literal('present')]);

/** What somebody is hired for from a day until the next terms; later days never change earlier ones. */
export const termView = z.object({
  id: termId.describe('The present terms stand on the person; its version is the person’s.'),
  version,
  validFrom: calendarDate.nullable().describe('Null: from the beginning.'),
  weeklyMinutes: z.int(),
  weekMinutes: z.array(z.int()).nullable(),
  team: reference<TeamId>().nullable(),
  role: reference<RoleId>().nullable(),
});
/** What somebody is hired for from a day on. */
export type TermView = z.infer<typeof termView>;

/** Terms from a day on; what is left out stays as it was the day before. */
export const termDraft = z
  .object({
    weeklyMinutes,
    weekMinutes,
    teamId: id<TeamId>().nullable(),
    roleId: id<RoleId>().nullable(),
  })
  .partial()
  .extend({ validFrom: recordDate });
/** What can be corrected on terms, for all days on which they hold. */
export const termChange = termDraft.partial();
