import { type contestFields, contestStandings } from '@evenkeel/core/deals/outcomes';
import { stakeholderParts } from '@evenkeel/core/deals/stakeholders';
import type {
  ContactId,
  CustomerGoalId,
  CustomerInitiativeId,
  DealId,
  ProductId,
} from '@evenkeel/core/id';
import { z } from 'zod';
import { dealView } from './deals.ts';
import { endpoint } from './endpoint.ts';
import { givenAmount, id, recordName, shortText } from './scalars.ts';

const params = z.object({ id: id<DealId>() });
const standing = z.enum(contestStandings).nullable();
const standings = { feature: standing, function: standing, price: standing, performance: standing };

/** One thing that a deal sells, so many of it at a price. */
export const dealLine = z.object({
  productId: id<ProductId>().nullable(),
  name: recordName,
  quantity: z
    .number()
    .gt(0, 'must be more than nothing')
    .max(1_000_000, 'is more than any deal sells')
    .multipleOf(0.01, 'has more than two decimals'),
  unitPrice: givenAmount,
});
/** A contact with their part in the decision. */
export const dealStakeholder = z.object({
  contactId: id<ContactId>(),
  part: z.enum(stakeholderParts),
  note: shortText,
});
/** Somebody else who wants the deal, and how we stand against them. */
export const dealCompetitor = z.object({
  name: z.string().trim().min(1, 'is needed').max(200, 'is longer than 200 characters'),
  ...(standings satisfies Record<(typeof contestFields)[number], unknown>),
  note: shortText,
});

/** What hangs on a deal; each call says the whole of it anew. */
export const dealParts = {
  setLines: endpoint({
    method: 'PUT',
    path: '/api/v1/deals/:id/lines',
    permission: 'write',
    summary: 'Say what the deal sells, line by line. The value follows them if asked.',
    params,
    body: z.object({
      lines: z.array(dealLine).max(200),
      setsValue: z.boolean().default(false).describe('Whether the sum becomes the value.'),
    }),
    output: dealView,
  }),
  setStakeholders: endpoint({
    method: 'PUT',
    path: '/api/v1/deals/:id/stakeholders',
    permission: 'write',
    summary: 'Say who at the customer takes part in the decision, and how.',
    params,
    body: z.object({ stakeholders: z.array(dealStakeholder).max(100) }),
    output: dealView,
  }),
  setCompetitors: endpoint({
    method: 'PUT',
    path: '/api/v1/deals/:id/competitors',
    permission: 'write',
    summary: 'Say against whom we stand and how: feature, function, price, performance (CR-16).',
    params,
    body: z.object({ competitors: z.array(dealCompetitor).max(30) }),
    output: dealView,
  }),
  setServed: endpoint({
    method: 'PUT',
    path: '/api/v1/deals/:id/served',
    permission: 'write',
    summary: "Say which of the customer's goals and initiatives the deal serves (CR-13, B12).",
    params,
    body: z.object({
      customerGoalIds: z.array(id<CustomerGoalId>()).max(100),
      customerInitiativeIds: z.array(id<CustomerInitiativeId>()).max(100),
    }),
    output: dealView,
  }),
};
