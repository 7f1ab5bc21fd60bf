import type { PersonId, RoleId, TeamId } from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, endpoint } from './endpoint.ts';
import { calendarDate, id, reference } from './scalars.ts';

/** How the days of a capacity are put together. */
export const capacityPeriods = ['day', 'week', 'month'] as const;

/** What a capacity is made of: hours of the week less holidays less leave. */
export const capacityParts = z.object({
  weekMinutes: z.int().describe('By the terms, on the days of employment.'),
  holidayMinutes: z.int(),
  leaveMinutes: z.int(),
  capacityMinutes: z.int().describe('Week less holidays less leave.'),
});

/** A capacity over some days, the first and last cut to what was asked for. */
export const capacityPeriod = capacityParts.extend({ from: calendarDate, to: calendarDate });
/** A capacity over some days. */
export type CapacityPeriod = z.infer<typeof capacityPeriod>;

/** A row behind a capacity; their minutes add up to it. */
export const capacityReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('terms'),
    from: calendarDate,
    to: calendarDate,
    minutes: z.int(),
    weekMinutes: z.array(z.int()),
    role: reference<RoleId>().nullable(),
    team: reference<TeamId>().nullable(),
  }),
  z.object({
    kind: z.literal('holiday'),
    from: calendarDate,
    to: calendarDate,
    minutes: z.int(),
    name: z.string(),
  }),
  z.object({
    kind: z.literal('leave'),
    from: calendarDate,
    to: calendarDate,
    minutes: z.int(),
    isHalf: z.boolean(),
  }),
]);
/** A row behind a capacity. */
export type CapacityReasonView = z.infer<typeof capacityReason>;

const days = { from: calendarDate.optional(), to: calendarDate.optional() };

/** How much people can work on each day: the one truth that every plan reads (PM-13, U11, U14). */
export const capacity = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/capacity',
    permission: 'read',
    summary: 'Capacity of people by day, week or month; twelve weeks from this one unless said.',
    query: z.object({
      ...days,
      by: z.enum(capacityPeriods).default('week'),
      personId: commaList(id<PersonId>()).optional(),
      teamId: commaList(id<TeamId>()).optional().describe('Those of the team on any of the days.'),
      roleId: commaList(id<RoleId>()).optional().describe('Those of the role on any of the days.'),
    }),
    output: z.object({
      from: calendarDate,
      to: calendarDate,
      rows: z.array(z.object({ person: reference<PersonId>(), periods: z.array(capacityPeriod) })),
    }),
  }),
  reasons: endpoint({
    method: 'GET',
    path: '/api/v1/people/:id/capacity-reasons',
    permission: 'read',
    summary: 'The rows behind a capacity: terms, holidays and leave; they add up to it (U19).',
    params: z.object({ id: id<PersonId>() }),
    query: z.object(days),
    output: capacityParts.extend({
      from: calendarDate,
      to: calendarDate,
      rows: z.array(capacityReason),
    }),
  }),
};
