import { contractTerms } from '@evenkeel/core/deals/contract';
import { quoteStates } from '@evenkeel/core/deals/quote';
import type { AccountId, ContractId, DealId, QuoteId, RoleId } from '@evenkeel/core/id';
import { z } from 'zod';
import { bytes, commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  basisPoints,
  calendarDate,
  effortMinutes,
  givenAmount,
  id,
  longText,
  minorUnits,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const quoteId = id<QuoteId>();
const params = z.object({ id: quoteId });
const discount = basisPoints.default(0);

/** Hours of a role at a rate. */
const hoursLine = z.object({
  kind: z.literal('hours'),
  description: recordName,
  roleId: id<RoleId>(),
  minutes: effortMinutes.min(1, 'must be more than nothing'),
  rate: givenAmount,
  discount,
  tax: basisPoints.default(0),
});
/** So many of something at a price. */
const fixedLine = z.object({
  kind: z.literal('fixed'),
  description: recordName,
  quantity: z
    .number()
    .gt(0, 'must be more than nothing')
    .max(1_000_000, 'is more than any quote sells')
    .multipleOf(0.01, 'has more than two decimals'),
  unitPrice: givenAmount,
  discount,
  tax: basisPoints.default(0),
});
/** One line of a quote as it is written. */
export const quoteLine = z.discriminatedUnion('kind', [hoursLine, fixedLine]);
/** One line of a quote as it is written. */
export type QuoteLineDraft = z.infer<typeof quoteLine>;

/** A quote as lists show it. Amounts without tax unless they say so. */
export const quoteRow = z.object({
  id: quoteId,
  version,
  name: z.string().describe('Its number with its version: Q-2026-1001 v2.'),
  revision: z.int(),
  isLatest: z.boolean(),
  deal: reference<DealId>(),
  account: reference<AccountId>().nullable(),
  title: z.string(),
  state: z.enum(quoteStates),
  quotedOn: calendarDate,
  validUntil: calendarDate.nullable(),
  taxable: minorUnits.describe('What the work costs without tax.'),
  total: minorUnits.describe('With tax.'),
});
/** A quote as lists show it. */
export type QuoteRow = z.infer<typeof quoteRow>;

/** A quote with its lines and sums. */
export const quoteView = quoteRow.extend({
  intro: z.string(),
  terms: z.string(),
  discount: basisPoints,
  decidedOn: calendarDate.nullable(),
  declineReason: z.string(),
  lines: z.array(
    z.object({
      kind: z.enum(['hours', 'fixed']),
      description: z.string(),
      role: reference<RoleId>().nullable(),
      minutes: effortMinutes.nullable(),
      rate: minorUnits.nullable(),
      quantity: z.number().nullable(),
      unitPrice: minorUnits.nullable(),
      discount: basisPoints,
      tax: basisPoints,
      net: minorUnits.describe('After the discount on the line.'),
    }),
  ),
  net: minorUnits,
  discountAmount: minorUnits,
  taxes: z.array(z.object({ rate: basisPoints, base: minorUnits, tax: minorUnits })),
});
/** A quote with its lines and sums. */
export type QuoteView = z.infer<typeof quoteView>;

/** Offers with lines. A quote is written as a draft; what was sent changes only by a new version. */
export const quotes = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/quotes',
    permission: 'read',
    summary: 'Quotes, each version on its own.',
    query: listQuery(['quotedOn', 'deal', 'account', 'number'], {
      dealId: commaList(id<DealId>()).optional(),
    }),
    output: page(quoteRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/quotes/:id',
    permission: 'read',
    summary: 'One quote with its lines and sums.',
    params,
    output: quoteView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/quotes',
    permission: 'write',
    summary: "Begin a quote for a deal, with its hours at the roles' rates and its products.",
    body: z.object({ dealId: id<DealId>() }),
    output: quoteView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/quotes/:id',
    permission: 'write',
    summary: 'Change a draft; lines are said as a whole.',
    ifMatch: true,
    params,
    body: z
      .object({
        title: recordName,
        intro: longText,
        terms: longText,
        validUntil: recordDate.nullable(),
        discount: basisPoints,
        lines: z.array(quoteLine).max(200),
      })
      .partial(),
    output: quoteView,
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/v1/quotes/:id/send',
    permission: 'write',
    summary: 'Mark a draft as sent; from then on it stays as it is.',
    ifMatch: true,
    params,
    output: quoteView,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/api/v1/quotes/:id/accept',
    permission: 'write',
    summary: 'The customer says yes: the deal takes over its value and its hours by role (U02).',
    ifMatch: true,
    params,
    output: quoteView,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/api/v1/quotes/:id/decline',
    permission: 'write',
    summary: 'The customer says no.',
    ifMatch: true,
    params,
    body: z.object({ reason: shortText }).partial(),
    output: quoteView,
  }),
  revise: endpoint({
    method: 'POST',
    path: '/api/v1/quotes/:id/revise',
    permission: 'write',
    summary: 'Begin the next version of a quote, as a draft with the same lines.',
    params,
    output: quoteView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/quotes/:id',
    permission: 'write',
    summary: 'Delete a draft.',
    params,
    output: done,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/v1/quotes/:id/pdf',
    permission: 'read',
    summary: 'The quote as PDF (PDF/A-2b), to send.',
    params,
    output: bytes,
  }),
};

const contractFields = {
  terms: z.enum(contractTerms),
  value: givenAmount.nullable(),
  startOn: recordDate.nullable(),
  endOn: recordDate.nullable(),
  quoteId: quoteId.nullable(),
  reference: shortText.describe("The contract's own number, as one of the customer."),
  notes: longText,
};

/** The signed terms of a deal. The day of signature is the deal's `contractSignedOn`. */
export const contractView = z.object({
  id: id<ContractId>(),
  version,
  dealId: id<DealId>(),
  signedOn: calendarDate.nullable(),
  terms: z.enum(contractTerms),
  value: minorUnits.nullable(),
  startOn: calendarDate.nullable(),
  endOn: calendarDate.nullable(),
  quote: z.object({ id: quoteId, name: z.string() }).nullable(),
  reference: z.string(),
  notes: z.string(),
});
/** The signed terms of a deal. */
export type ContractView = z.infer<typeof contractView>;

/** The contract of a deal; at most one. */
export const contracts = {
  ofDeal: endpoint({
    method: 'GET',
    path: '/api/v1/deals/:dealId/contract',
    permission: 'read',
    summary: 'The contract of a deal, or null.',
    params: z.object({ dealId: id<DealId>() }),
    output: z.object({ contract: contractView.nullable() }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/deals/:dealId/contract',
    permission: 'write',
    summary: 'Write down the contract of a deal; what is not said comes from the accepted quote.',
    params: z.object({ dealId: id<DealId>() }),
    body: z.object(contractFields).partial(),
    output: contractView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/contracts/:id',
    permission: 'write',
    summary: 'Change the terms that are written down.',
    ifMatch: true,
    params: z.object({ id: id<ContractId>() }),
    body: z.object(contractFields).partial(),
    output: contractView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/contracts/:id',
    permission: 'write',
    summary: 'Take out what is written down about a contract; the deal stays signed.',
    params: z.object({ id: id<ContractId>() }),
    output: done,
  }),
};
