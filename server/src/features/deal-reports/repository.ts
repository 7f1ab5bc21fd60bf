import type { dealReports } from '@evenkeel/contract/deal-reports';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DealId, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

/** More deals than any firm has; what is beyond is not counted. */
const mostDeals = 1_000_000;

/** Open deals and those won, each with what a forecast needs. */
export function listForecastDeals(scope: Scope, request: QueryOf<typeof dealReports.forecast>) {
  let query = dealRows(scope).where('stage.outcome', '<>', 'lost');
  if (request.pipelineId) query = query.where('stage.pipeline_id', 'in', request.pipelineId);
  if (request.ownerId) query = query.where('deal.owner_id', 'in', request.ownerId);
  return query
    .select(['deal.value', 'stage.probability', 'stage.outcome', 'deal.close_on'])
    .orderBy('deal.id')
    .limit(mostDeals)
    .execute();
}

/** Decided deals, each with the price and project of what became of it. */
export function listDecidedDeals(scope: Scope, request: QueryOf<typeof dealReports.outcomes>) {
  let query = dealRows(scope).where('stage.outcome', '<>', 'open');
  if (request.pipelineId) query = query.where('stage.pipeline_id', 'in', request.pipelineId);
  if (request.ownerId) query = query.where('deal.owner_id', 'in', request.ownerId);
  if (request.from) query = query.where('deal.close_on', '>=', request.from);
  if (request.to) query = query.where('deal.close_on', '<=', request.to);
  return query
    .leftJoin('deal_reason', (join) =>
      join
        .onRef('deal_reason.workspace_id', '=', 'deal.workspace_id')
        .onRef('deal_reason.id', '=', 'deal.reason_id'),
    )
    .select([
      'deal.id',
      'deal.value',
      'stage.outcome',
      'deal.contest',
      'deal.reason_id',
      'deal_reason.name as reason_name',
      sql<string | null>`(select sum(project.price) from project
        where project.workspace_id = deal.workspace_id and project.deal_id = deal.id
          and project.deleted_at is null and project.price is not null)`.as('price'),
    ])
    .orderBy('deal.id')
    .limit(mostDeals)
    .execute();
}

/** Minutes logged on the projects of these deals, by person and day: what their work has cost. */
export async function listWork(scope: Scope, dealIds: readonly DealId[]) {
  const { rows } = await sql<{
    deal_id: DealId;
    person_id: PersonId;
    on_date: CalendarDate;
    minutes: string;
  }>`
    select p.deal_id, e.person_id, e.on_date, sum(e.minutes) as minutes
    from time_entry e join project p on p.workspace_id = e.workspace_id and p.id = e.project_id
    where e.workspace_id = ${scope.workspaceId} and p.deal_id = any(${[...dealIds]}::uuid[])
      and p.deleted_at is null and p.price is not null and e.deleted_at is null
    group by p.deal_id, e.person_id, e.on_date`.execute(scope.tx);
  return rows;
}

function dealRows(scope: Scope) {
  return scope.tx
    .selectFrom('deal')
    .innerJoin('stage', (join) =>
      join
        .onRef('stage.workspace_id', '=', 'deal.workspace_id')
        .onRef('stage.id', '=', 'deal.stage_id'),
    )
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where('deal.deleted_at', 'is', null);
}
