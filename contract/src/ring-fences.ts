import { payBackRefusals } from '@evenkeel/core/balance/reserve-book';
import { loanStates } from '@evenkeel/core/balance/reserve-ledger';
import {
  reserveEntryKinds,
  reserveMeasures,
  ringFenceScopes,
} from '@evenkeel/core/balance/ring-fence';
import type {
  Id,
  MemberId,
  ProjectId,
  ReserveEntryId,
  ReserveLoanId,
  RingFenceId,
} from '@evenkeel/core/id';
import { largestMinor } from '@evenkeel/core/money';
import { z } from 'zod';
import { calendarMonth } from './balance.ts';
import { endpoint } from './endpoint.ts';
import {
  basisPoints,
  calendarDate,
  currency,
  effortMinutes,
  givenAmount,
  id,
  instant,
  minorUnits,
  recordDate,
  recordName,
  reference,
  version,
} from './scalars.ts';

const ringFenceId = id<RingFenceId>();
const minutes = z.int();
const params = z.object({ id: ringFenceId });

/** Hours of each month that are held back: a share of capacity, or so many minutes. */
export const reserveAmount = z.discriminatedUnion('by', [
  z.object({ by: z.literal('share'), basisPoints }),
  z.object({ by: z.literal('minutes'), minutesPerMonth: effortMinutes }),
]);

/** Whose hours are held back; the id is that of the team, role or person. */
export const ringFenceScope = z.object({
  kind: z.enum(ringFenceScopes),
  id: id<Id<string>>().nullable().describe('Of the team, role or person; null for the firm.'),
});

const term = z.object({
  fromMonth: calendarMonth,
  amount: reserveAmount,
  moneyMinor: minorUnits
    .nullable()
    .describe('Money of each month; null for those who may not see money.'),
});

/** A policy that holds hours and money back for initiatives. */
export const ringFenceView = z.object({
  id: ringFenceId,
  version,
  name: z.string(),
  scope: ringFenceScope.extend({ name: z.string().nullable() }),
  fromMonth: calendarMonth,
  toMonth: calendarMonth.nullable().describe('The last month; null when it goes on.'),
  terms: z.array(term).describe('What it holds back from a month on, the earliest first.'),
});
export type RingFenceView = z.infer<typeof ringFenceView>;

/** Hours of a month that client work would take from the reserve and nobody has lent. */
export const reserveShortfallView = z.object({
  ringFence: reference<RingFenceId>(),
  month: calendarMonth,
  reserveMinutes: minutes,
  takenMinutes: minutes,
  lentMinutes: minutes,
  shortMinutes: minutes.describe('What a loan has to cover: taken less lent.'),
});
export type ReserveShortfallView = z.infer<typeof reserveShortfallView>;

/** The reserve of one month under one ring-fence. */
export const reserveMonthView = z.object({
  ringFenceId,
  month: calendarMonth,
  capacityMinutes: minutes,
  clientMinutes: minutes,
  granted: minutes,
  paidBack: minutes,
  taken: minutes,
  lent: minutes,
  balance: minutes.describe('Left for initiatives: granted + paid back − taken.'),
  floor: minutes.describe('How low the balance may go: granted + paid back − lent.'),
  uncovered: minutes.describe('Taken without a loan, because capacity fell under the work.'),
  free: minutes.describe('Neither held back nor taken by client work.'),
  moneyGranted: minorUnits.nullable(),
  moneyBalance: minorUnits.nullable(),
});
export type ReserveMonthView = z.infer<typeof reserveMonthView>;

/** One month of a ring-fence with work on top of what is booked, as if its hours were allocated as planned. */
export const reserveOutlookView = z.object({
  ringFence: reference<RingFenceId>(),
  month: calendarMonth,
  capacityMinutes: minutes,
  reserveMinutes: minutes.describe('Held back, pay-backs included.'),
  bookedMinutes: minutes.describe('Confirmed allocations to client projects.'),
  askedMinutes: minutes.describe('Hours of the work asked for that these people would do.'),
  takenMinutes: minutes.describe('What bookings take of the reserve.'),
  takenWithAskedMinutes: minutes.describe('What bookings and the work asked for take of it.'),
  lentMinutes: minutes,
  leftMinutes: minutes.describe('Left for initiatives: reserve − taken with asked.'),
  shortMinutes: minutes.describe('Hours that loans would have to cover: taken with asked − lent.'),
  shortNowMinutes: minutes.describe('The part of these that bookings need already.'),
});
export type ReserveOutlookView = z.infer<typeof reserveOutlookView>;

/** A confirmed allocation to a client project, and what it needs of a ring-fence's people in a month. */
export const reserveWorkView = z.object({
  allocationId: id<Id<'allocation'>>(),
  project: reference<ProjectId>(),
  person: reference<Id<'person'>>().nullable(),
  role: reference<Id<'role'>>().nullable().describe('What a placeholder stands for.'),
  startOn: calendarDate,
  endOn: calendarDate,
  minutes,
});
export type ReserveWorkView = z.infer<typeof reserveWorkView>;

/** A loan from the reserve, with what became of it. */
export const reserveLoanView = z.object({
  id: id<ReserveLoanId>(),
  ringFence: reference<RingFenceId>(),
  measure: z.enum(reserveMeasures),
  approver: reference<MemberId>(),
  approvedAt: instant,
  reason: z.string(),
  payBackOn: calendarDate,
  lastPayBackMonth: calendarMonth.describe('The last month in which it can be paid back.'),
  project: reference<ProjectId>().nullable(),
  state: z.enum(loanStates),
  lent: z.int(),
  returned: z.int(),
  repaid: z.int(),
  outstanding: z.int(),
  months: z.array(z.object({ month: calendarMonth, lent: z.int() })),
});
export type ReserveLoanView = z.infer<typeof reserveLoanView>;

/** One line of the ledger. */
export const reserveEntryView = z.object({
  id: id<ReserveEntryId>().nullable().describe('Null: what has changed since is booked tonight.'),
  kind: z.enum(reserveEntryKinds),
  measure: z.enum(reserveMeasures),
  month: calendarMonth,
  amount: z.int(),
  bookedOn: calendarDate,
  member: reference<MemberId>().nullable(),
  loanId: id<ReserveLoanId>().nullable(),
});
export type ReserveEntryView = z.infer<typeof reserveEntryView>;

/** Why and until when a manager lends. */
export const loanTerms = z.object({
  reason: z.string().trim().min(1, 'is needed').max(2_000, 'is longer than 2,000 characters'),
  payBackOn: recordDate,
});
export type LoanTerms = z.infer<typeof loanTerms>;

const fields = {
  name: recordName,
  toMonth: calendarMonth.nullable(),
  term: z.object({
    fromMonth: calendarMonth,
    amount: reserveAmount,
    moneyMinor: givenAmount.default(0),
  }),
  loan: loanTerms
    .optional()
    .describe(
      'Lends what client work has already of the months; without it such a policy is refused.',
    ),
};

/** An allocation as it was or would be, as far as the reserve needs to know. */
export const reserveAllocation = z.object({
  id: id<Id<'allocation'>>().nullable(),
  projectId: id<ProjectId>(),
  personId: id<Id<'person'>>().nullable(),
  roleId: id<Id<'role'>>().nullable(),
  startOn: recordDate,
  endOn: recordDate,
  effort: z.discriminatedUnion('by', [
    z.object({ by: z.literal('day'), minutesPerDay: z.int().min(1).max(1_440) }),
    z.object({ by: z.literal('share'), basisPoints: basisPoints.min(1) }),
  ]),
  certainty: z.enum(['tentative', 'confirmed']),
});

const amount = z.int().min(1, 'must be more than nothing').max(largestMinor);

/** Policies that hold hours and money back for initiatives, and the ledger of the reserve. */
export const ringFences = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/ring-fences',
    permission: 'read',
    summary: 'Policies that hold hours and money back for initiatives; ended ones too.',
    output: z.object({ rows: z.array(ringFenceView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/ring-fences',
    permission: 'manage',
    summary:
      'Hold hours and money back from a month on. Refused with `reserve-short` where confirmed client work has those hours already, unless `loan` lends them.',
    body: z.object({
      ...fields,
      scope: ringFenceScope,
      toMonth: fields.toMonth.default(null),
    }),
    output: ringFenceView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/ring-fences/:id',
    permission: 'manage',
    summary:
      'Rename a ring-fence, end it, or let it hold back something else from a month on. Refused as `create` is.',
    ifMatch: true,
    params,
    body: z.object({ ...fields, term: fields.term }).partial(),
    output: ringFenceView,
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/api/v1/ring-fences/ledger',
    permission: 'read',
    summary:
      'The reserve by ring-fence and month, out of the ledger, with every loan; months by default from two back to nine ahead. Money for managers and up.',
    query: z.object({ from: calendarMonth.optional(), to: calendarMonth.optional() }),
    output: z.object({
      today: calendarDate,
      from: calendarMonth,
      to: calendarMonth,
      currency,
      ringFences: z.array(ringFenceView),
      months: z.array(reserveMonthView),
      loans: z.array(reserveLoanView).describe('Overdue ones first, then by the day they are due.'),
    }),
  }),
  entries: endpoint({
    method: 'GET',
    path: '/api/v1/ring-fences/:id/entries',
    permission: 'read',
    summary: 'The lines of the ledger of a ring-fence, the newest first: of a month, or of all.',
    params,
    query: z.object({
      month: calendarMonth.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    output: z.object({ rows: z.array(reserveEntryView) }),
  }),
  work: endpoint({
    method: 'GET',
    path: '/api/v1/ring-fences/:id/work',
    permission: 'read',
    summary:
      'The rows behind the hours that clients have of a ring-fence’s people in a month, the most first; they add up to `clientMinutes` (U19).',
    params,
    query: z.object({ month: calendarMonth }),
    output: z.object({ rows: z.array(reserveWorkView), minutes }),
  }),
  check: endpoint({
    method: 'POST',
    path: '/api/v1/ring-fences/check',
    permission: 'read',
    summary:
      'Would these changes of allocations be refused? Writes nothing; answers with what a loan would have to cover, empty when nothing.',
    body: z.object({
      before: z.array(reserveAllocation).max(1_000).default([]),
      after: z.array(reserveAllocation).max(1_000),
    }),
    output: z.object({ shortfalls: z.array(reserveShortfallView) }),
  }),
};

/** Loans of client work from the strategic reserve. */
export const reserveLoans = {
  lend: endpoint({
    method: 'POST',
    path: '/api/v1/reserve-loans',
    permission: 'manage',
    summary:
      'Lend hours (minutes) or money (minor units) of months to client work. Whoever calls is the approver.',
    body: loanTerms.extend({
      projectId: id<ProjectId>().nullable().default(null),
      measure: z.enum(reserveMeasures).default('minutes'),
      loans: z
        .array(
          z.object({
            ringFenceId,
            months: z
              .array(z.object({ month: calendarMonth, amount }))
              .min(1)
              .max(60),
          }),
        )
        .min(1, 'are needed')
        .max(50),
    }),
    output: z.object({ rows: z.array(reserveLoanView) }),
  }),
  payBack: endpoint({
    method: 'POST',
    path: '/api/v1/reserve-loans/:id/pay-backs',
    permission: 'manage',
    summary: `Pay a loan back: hold as much back in a later month on top (\`pay-back\`), or hand back what was not used (\`return\`). Refused as ${payBackRefusals.join(', ')}.`,
    params: z.object({ id: id<ReserveLoanId>() }),
    body: z.object({ kind: z.enum(['pay-back', 'return']), month: calendarMonth, amount }),
    output: reserveLoanView,
  }),
};
