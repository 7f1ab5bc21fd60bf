import { dateOrders } from '@evenkeel/core/imports/date-order';
import { decimalMarks } from '@evenkeel/core/imports/number-format';
import { z } from 'zod';

/** What the cells of a column say about the order of their dates. */
export const dateInference = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('certain'),
    order: z.enum(dateOrders),
    evidence: z.string().nullable(),
  }),
  z.object({
    state: z.literal('ambiguous'),
    orders: z.array(z.enum(dateOrders)),
    example: z.string(),
  }),
  z.object({
    state: z.literal('mostly'),
    order: z.enum(dateOrders),
    misfits: z.int(),
    evidence: z.string().nullable(),
  }),
  z.object({ state: z.literal('none') }),
]);

/** What the cells of a column say about their decimal mark. */
export const decimalInference = z.discriminatedUnion('state', [
  z.object({ state: z.literal('certain'), mark: z.enum(decimalMarks), evidence: z.string() }),
  z.object({ state: z.literal('ambiguous'), example: z.string() }),
  z.object({ state: z.literal('indifferent') }),
  z.object({ state: z.literal('none') }),
]);
