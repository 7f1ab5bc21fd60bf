import type {
  BalanceDeal,
  BalanceProject,
  BalanceRole,
  BalanceTeam,
  DatedRate,
} from '@evenkeel/core/balance/input';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import { committedStates } from '@evenkeel/core/projects/state';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';
import { versioned } from '../../platform/db/versioned.ts';

/** Above what a firm of hundreds has; a bound, so that no list is without one. */
const most = { staff: 10_000, projects: 20_000, work: 500_000 } as const;

export type TargetRecord = Awaited<ReturnType<typeof findTarget>>;

export async function findTarget(scope: Scope) {
  const row = await scope.tx
    .selectFrom('workspace')
    .select(['version', 'strategic_share_target', 'strategic_share_tolerance'])
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
  return {
    version: row.version,
    shareBasisPoints: row.strategic_share_target,
    toleranceBasisPoints: row.strategic_share_tolerance,
  };
}

export async function updateTarget(
  scope: Scope,
  version: number,
  target: { shareBasisPoints: number; toleranceBasisPoints: number },
): Promise<void> {
  const written = await scope.tx
    .updateTable('workspace')
    .set({
      strategic_share_target: target.shareBasisPoints,
      strategic_share_tolerance: target.toleranceBasisPoints,
    })
    .where('id', '=', scope.workspaceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => true);
}

/** Keeps the moment at which the actor first looked at Balance. */
export async function markSeen(scope: Scope): Promise<void> {
  await scope.tx
    .updateTable('member')
    .set({ balance_seen_at: scope.now })
    .where('id', '=', scope.actor.memberId)
    .where('balance_seen_at', 'is', null)
    .execute();
}

export function listTeams(scope: Scope): Promise<BalanceTeam[]> {
  return scope.tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .limit(most.staff)
    .execute();
}

export async function listRoles(scope: Scope): Promise<BalanceRole[]> {
  const rows = await scope.tx
    .selectFrom('role')
    .select(['id', 'name', 'cost_rate', 'bill_rate'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .limit(most.staff)
    .execute();
  return rows.map(({ id, name, cost_rate, bill_rate }) => ({
    id,
    name,
    costPerHourMinor: integer(cost_rate),
    billPerHourMinor: integer(bill_rate),
  }));
}

/** The rates of people and roles that count from a day on. */
export async function listRates(scope: Scope): Promise<DatedRate[]> {
  const ofPeople = await scope.tx
    .selectFrom('person_rate')
    .select(['person_id', 'valid_from', 'cost_rate', 'bill_rate'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('person_id')
    .orderBy('valid_from')
    .limit(most.work)
    .execute();
  const ofRoles = await scope.tx
    .selectFrom('role_rate')
    .select(['role_id', 'valid_from', 'cost_rate', 'bill_rate'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('role_id')
    .orderBy('valid_from')
    .limit(most.work)
    .execute();
  const dated = (row: { valid_from: CalendarDate; cost_rate: string; bill_rate: string }) => ({
    validFrom: row.valid_from,
    costPerHourMinor: integer(row.cost_rate),
    billPerHourMinor: integer(row.bill_rate),
  });
  return [
    ...ofPeople.map((row) => ({ personId: row.person_id, ...dated(row) })),
    ...ofRoles.map((row) => ({ roleId: row.role_id, ...dated(row) })),
  ];
}

export async function listProjects(scope: Scope): Promise<BalanceProject[]> {
  const rows = await scope.tx
    .selectFrom('project')
    .select(['id', 'name', 'kind', 'state', 'start_on', 'end_on', 'team_id'])
    .select(['promised_weekly_minutes', 'priority'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .limit(most.projects)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    isCommitted: committedStates.some((state) => state === row.state),
    startOn: row.start_on,
    endOn: row.end_on,
    teamId: row.team_id,
    promisedWeeklyMinutes: row.promised_weekly_minutes,
    priority: row.priority,
  }));
}

/** Open deals with the hours they sell. */
export async function listOpenDeals(scope: Scope): Promise<BalanceDeal[]> {
  const rows = await openDeals(scope)
    .select(['deal.id', 'deal.name', 'deal.value', 'stage.probability'])
    .select(['deal.delivery_start_on', 'deal.delivery_end_on'])
    .orderBy('deal.id')
    .limit(most.work)
    .execute();
  const lines = await openDeals(scope)
    .innerJoin('deal_demand', (join) =>
      join
        .onRef('deal_demand.workspace_id', '=', 'deal.workspace_id')
        .onRef('deal_demand.deal_id', '=', 'deal.id'),
    )
    .select(['deal_demand.deal_id', 'deal_demand.role_id', 'deal_demand.minutes'])
    .orderBy('deal_demand.id')
    .limit(most.work)
    .execute();
  const demandOf = groupedBy(lines, (line) => line.deal_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    probabilityBasisPoints: row.probability,
    startOn: row.delivery_start_on,
    endOn: row.delivery_end_on,
    valueMinor: integer(row.value),
    demand: (demandOf.get(row.id) ?? []).map((line) => ({
      roleId: line.role_id,
      minutes: line.minutes,
    })),
  }));
}

function openDeals(scope: Scope) {
  return scope.tx
    .selectFrom('deal')
    .innerJoin('stage', (join) =>
      join
        .onRef('stage.workspace_id', '=', 'deal.workspace_id')
        .onRef('stage.id', '=', 'deal.stage_id'),
    )
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where('deal.deleted_at', 'is', null)
    .where('stage.outcome', '=', 'open');
}
