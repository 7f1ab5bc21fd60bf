import type { RoleView } from '@evenkeel/contract/people';
import { integer } from '../../../platform/db/values.ts';
import type { RoleRecord } from './repository.ts';

export function presentRole(role: RoleRecord, options: { withRates: boolean }): RoleView {
  return {
    id: role.id,
    version: role.version,
    name: role.name,
    ...(options.withRates
      ? { costRate: integer(role.cost_rate), billRate: integer(role.bill_rate) }
      : {}),
    peopleCount: integer(role.people_count ?? 0),
  };
}
