import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { roles } from '@evenkeel/contract/people';
import type { RoleRate } from '@evenkeel/core/balance/input';
import { type HourlyRate, rateBook, rateOn } from '@evenkeel/core/balance/rates';
import type { Id, RoleId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import { canSeeRates } from '../policy.ts';
import {
  deleteRoleRate,
  insertRoleRate,
  listRoleRates,
  type RoleRateRecord,
  updateRoleRate,
} from './rates/repository.ts';
import * as repository from './repository.ts';

/** What the presenter may say about a role's rates: nothing for those who may not see them. */
export type ShownRoleRates = {
  readonly later: readonly RoleRateRecord[];
  readonly today: (id: RoleId) => HourlyRate | null;
} | null;

export type RoleWithRates = { role: repository.RoleRecord; rates: ShownRoleRates };

export async function listRoles(
  scope: Scope,
): Promise<{ roles: repository.RoleRecord[]; rates: ShownRoleRates }> {
  const roles = await repository.listRoles(scope);
  return { roles, rates: await ratesOf(scope, roles) };
}

export async function createRole(
  scope: Scope,
  fields: BodyOf<typeof roles.create>,
): Promise<RoleWithRates> {
  return getRole(scope, await repository.insertRole(scope, fields));
}

export async function updateRole(
  scope: Scope,
  id: RoleId,
  version: number,
  change: BodyOf<typeof roles.update>,
): Promise<RoleWithRates> {
  await repository.updateRole(scope, id, version, change);
  return getRole(scope, id);
}

export async function removeRole(scope: Scope, id: RoleId): Promise<void> {
  if (await repository.deleteRole(scope, id)) return;
  throw new AppError('not-found', 'There is no such role.');
}

/** Sets standard rates from a day on. Every day before it keeps the rates it had (U17). */
export async function addRoleRate(
  scope: Scope,
  id: RoleId,
  rate: BodyOf<typeof roles.addRate>,
): Promise<RoleWithRates> {
  await getRole(scope, id);
  await insertRoleRate(scope, id, rate);
  return getRole(scope, id);
}

export async function correctRoleRate(
  scope: Scope,
  rate: { roleId: RoleId; rateId: Id<'role-rate'>; version: number },
  change: BodyOf<typeof roles.correctRate>,
): Promise<RoleWithRates> {
  await updateRoleRate(scope, rate, change);
  return getRole(scope, rate.roleId);
}

export async function removeRoleRate(
  scope: Scope,
  roleId: RoleId,
  rateId: Id<'role-rate'>,
): Promise<RoleWithRates> {
  if (!(await deleteRoleRate(scope, roleId, rateId))) {
    throw new AppError('not-found', 'There are no such rates.');
  }
  return getRole(scope, roleId);
}

/** The standard rates of all roles, as core resolves them. */
export async function listStandardRates(scope: Scope) {
  const roles = await repository.listRoles(scope);
  return {
    roles: roles.map((role) => ({ id: role.id, ...perHour(role) })),
    rates: (await listRoleRates(scope)).map(asRoleRate),
  };
}

export function perHour(row: { cost_rate: string; bill_rate: string }): HourlyRate {
  return { costPerHourMinor: integer(row.cost_rate), billPerHourMinor: integer(row.bill_rate) };
}

async function getRole(scope: Scope, id: RoleId): Promise<RoleWithRates> {
  const role = await repository.findRole(scope, id);
  if (!role) throw new AppError('not-found', 'There is no such role.');
  return { role, rates: await ratesOf(scope, [role]) };
}

async function ratesOf(
  scope: Scope,
  shown: readonly repository.RoleRecord[],
): Promise<ShownRoleRates> {
  if (!canSeeRates(scope.actor)) return null;
  const later = await listRoleRates(scope);
  const book = rateBook({
    people: [],
    roles: shown.map((role) => ({ id: role.id, ...perHour(role) })),
    rates: later.map(asRoleRate),
  });
  return { later, today: (id) => rateOn(book, { personId: null, roleId: id }, scope.today) };
}

function asRoleRate(rate: RoleRateRecord): RoleRate {
  return { roleId: rate.role_id, validFrom: rate.valid_from, ...perHour(rate) };
}
