import type { RoleView, StandardRates } from '@evenkeel/contract/people';
import { integer } from '../../../platform/db/values.ts';
import type { RoleRecord } from './repository.ts';
import type { RoleWithRates, ShownRoleRates } from './service.ts';

export function presentRole({ role, rates }: RoleWithRates): RoleView {
  return {
    id: role.id,
    version: role.version,
    name: role.name,
    ...(rates === null ? {} : { rates: presentRates(role, rates) }),
    peopleCount: integer(role.people_count ?? 0),
  };
}

function presentRates(role: RoleRecord, rates: NonNullable<ShownRoleRates>): StandardRates {
  const first = { costRate: integer(role.cost_rate), billRate: integer(role.bill_rate) };
  const today = rates.today(role.id);
  const later = rates.later.filter((rate) => rate.role_id === role.id);
  return {
    today: today ? { costRate: today.costPerHourMinor, billRate: today.billPerHourMinor } : first,
    first,
    later: later.map((rate) => ({
      id: rate.id,
      version: rate.version,
      validFrom: rate.valid_from,
      costRate: integer(rate.cost_rate),
      billRate: integer(rate.bill_rate),
    })),
  };
}
