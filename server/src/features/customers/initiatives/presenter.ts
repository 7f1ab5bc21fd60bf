import type { CustomerInitiativeView } from '@evenkeel/contract/customers';
import { testInitiative } from '@evenkeel/core/strategy/initiative-test';
import {
  moment,
  optionalInteger,
  optionalMoment,
  referenceOf,
} from '../../../platform/db/values.ts';
import type { CustomerInitiativeRecord } from './repository.ts';

export function presentInitiative(record: CustomerInitiativeRecord): CustomerInitiativeView {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    account: { id: record.account_id, name: record.account_name },
    name: record.name,
    scope: record.scope,
    organisation: record.organisation,
    leader: record.leader,
    projectManager: record.project_manager,
    budget: optionalInteger(record.budget),
    startOn: record.start_on,
    endOn: record.end_on,
    statedBy: referenceOf(record.stated_by_contact_id, record.stated_by_name),
    statedOn: record.stated_on,
    isDefinedTogether: record.is_defined_together,
    notes: record.notes,
    goals: record.goals,
    test: testOf(record),
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}

/** The same test as for our own initiatives, on what the customer has said (B04). */
function testOf(record: CustomerInitiativeRecord): CustomerInitiativeView['test'] {
  const {
    metCount,
    class: found,
    criteria,
  } = testInitiative({
    name: record.name,
    scope: record.scope,
    organisation: record.organisation,
    leader: record.leader,
    projectManager: record.project_manager,
    budget: optionalInteger(record.budget),
    startOn: record.start_on,
    endOn: record.end_on,
    goalCount: record.goals.length,
  });
  return {
    metCount,
    class: found,
    criteria: criteria.map(({ criterion, isMet, missing }) => ({
      criterion,
      isMet,
      missing: missing.map(({ message }) => message),
    })),
  };
}
