import { contestKinds } from '@evenkeel/core/deals/outcomes';
import type { PersonId, PipelineId } from '@evenkeel/core/id';
import { z } from 'zod';
import { dealReasonId } from './deal-reasons.ts';
import { commaList, endpoint } from './endpoint.ts';
import { basisPoints, calendarDate, id, minorUnits } from './scalars.ts';

const filter = {
  pipelineId: commaList(id<PipelineId>()).optional(),
  ownerId: commaList(id<PersonId>()).optional(),
};

/** The sums of one period of the forecast. */
export const forecastRow = z.object({
  period: z.string().describe('A month as YYYY-MM, "overdue" or "undated".'),
  openCount: z.int(),
  full: minorUnits.describe('Value of the open deals.'),
  weighted: minorUnits.describe('Σ value × probability.'),
  committed: minorUnits.describe('Value of the open deals in stages of committedFrom or more.'),
  wonCount: z.int(),
  won: minorUnits.describe('Value of the deals won with a close in the month.'),
});
/** The sums of one period of the forecast. */
export type ForecastRowView = z.infer<typeof forecastRow>;

const outcomeSums = {
  wonCount: z.int(),
  wonValue: minorUnits,
  lostCount: z.int(),
  lostValue: minorUnits,
  winRate: basisPoints.nullable().describe('Won / (won + lost) by count.'),
  marginShare: z
    .int()
    .nullable()
    .describe('(price - cost of the hours logged) / price of the projects of won deals.'),
};
/** Won and lost deals by reason. */
export const reasonRow = z.object({
  reason: z.object({ id: dealReasonId, name: z.string() }).nullable(),
  ...outcomeSums,
});
/** Won and lost deals by mark. */
export const contestRow = z.object({ contest: z.enum(contestKinds).nullable(), ...outcomeSums });

/** Figures over deals. */
export const dealReports = {
  forecast: endpoint({
    method: 'GET',
    path: '/api/v1/deal-reports/forecast',
    permission: 'read',
    summary: 'The forecast by close month: full, weighted, committed and won (CR-05).',
    query: z.object(filter),
    output: z.object({
      today: calendarDate,
      committedFrom: basisPoints,
      rows: z.array(forecastRow),
    }),
  }),
  outcomes: endpoint({
    method: 'GET',
    path: '/api/v1/deal-reports/outcomes',
    permission: 'read',
    summary: 'Deals won and lost by reason and by mark, with win rate and margin (B12).',
    query: z.object({
      ...filter,
      from: calendarDate.optional().describe('Closed on this day or later.'),
      to: calendarDate.optional(),
    }),
    output: z.object({
      byReason: z.object({ won: z.array(reasonRow), lost: z.array(reasonRow) }),
      byContest: z.array(contestRow),
    }),
  }),
};
