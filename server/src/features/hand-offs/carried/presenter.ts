import type { SoldProject } from '@evenkeel/contract/sold-projects';
import { integer, optionalInteger, referenceOf } from '../../../platform/db/values.ts';
import type { SoldWithDrift } from './service.ts';

export function presentSold(sold: SoldWithDrift): SoldProject {
  return {
    lines: sold.lines.map((line) => ({
      id: line.id,
      version: line.version,
      description: line.description,
      role: referenceOf(line.role_id, line.role_name),
      minutes: line.minutes,
      rate: optionalInteger(line.rate),
      quantity: line.quantity === null ? null : Number(line.quantity),
      unitPrice: optionalInteger(line.unit_price),
      amount: integer(line.amount),
      state: line.state,
      source: line.source,
    })),
    contacts: sold.contacts.map(({ contact_id, name, part, note }) => ({
      contact: { id: contact_id, name },
      part,
      note,
    })),
    promises: sold.promises.map(({ due_on, amount, ...promise }) => ({
      ...promise,
      dueOn: due_on,
      amount: optionalInteger(amount),
    })),
    customerGoals: sold.customerGoals,
    drift: sold.drift,
  };
}
