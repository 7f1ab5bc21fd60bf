import type { CustomerGoalView, PromptRow } from '@evenkeel/contract/customers';
import type { PromptReason } from '@evenkeel/core/customers/customer-aims';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { CustomerGoalRecord } from './repository.ts';

export function presentGoal(record: CustomerGoalRecord): CustomerGoalView {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    account: { id: record.account_id, name: record.account_name },
    name: record.name,
    driver: record.driver,
    measure: record.measure,
    unit: record.unit,
    baseline: optionalNumber(record.baseline),
    target: optionalNumber(record.target),
    actual: optionalNumber(record.actual),
    deadline: record.deadline,
    serves: referenceOf(record.serves_id, record.serves_name),
    servesWhy: record.serves_why,
    statedBy: referenceOf(record.stated_by_contact_id, record.stated_by_name),
    statedOn: record.stated_on,
    statedWhere: record.stated_where,
    state: record.state,
    notes: record.notes,
    products: record.products,
    templates: record.templates,
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}

export function presentPrompt(record: CustomerGoalRecord, reason: PromptReason): PromptRow {
  return {
    id: record.id,
    name: record.name,
    driver: record.driver,
    deadline: record.deadline,
    account: { id: record.account_id, name: record.account_name },
    reason,
    products: record.products,
  };
}

/** A numeric column as a number: people's measures lie well within what a number holds. */
function optionalNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
}
