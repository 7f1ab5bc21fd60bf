import type { DealView } from '@evenkeel/contract/deals';
import { lineAmount } from '@evenkeel/core/deals/lines';
import { integer, referenceOf } from '../../../platform/db/values.ts';
import type { Parts } from './repository.ts';

type PresentedParts = Pick<
  DealView,
  'lines' | 'stakeholders' | 'competitors' | 'customerGoals' | 'customerInitiatives'
>;

export function presentParts(parts: Parts): PresentedParts {
  return {
    lines: parts.lines.map((line) => {
      const sold = { quantity: Number(line.quantity), unitPrice: integer(line.unit_price) };
      const product = referenceOf(line.product_id, line.product_name);
      return { product, name: line.name, ...sold, amount: lineAmount(sold) };
    }),
    stakeholders: parts.stakeholders.map((row) => ({
      contact: { id: row.contact_id, name: row.contact_name },
      jobTitle: row.job_title,
      part: row.part,
      note: row.note,
    })),
    competitors: parts.competitors,
    customerGoals: parts.customerGoals,
    customerInitiatives: parts.customerInitiatives,
  };
}
