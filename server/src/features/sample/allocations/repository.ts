import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Planned hours of people, and places that nobody fills yet; the skills must stand already. */
export async function insertAllocations(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const lines = firm.allocations.map((line) => ({ ...line, id: newId() }));
  await insertRows(
    scope,
    'allocation',
    lines.map(({ id, person, role, effort, ...line }) => ({
      ...common(id),
      deleted_at: null,
      project_id: need(ids, 'project', line.project),
      person_id: person === null ? null : need(ids, 'person', person),
      role_id: role === null ? null : need(ids, 'role', role),
      start_on: line.startOn,
      end_on: line.endOn,
      minutes_per_day: effort.by === 'day' ? effort.minutesPerDay : null,
      share_basis_points: effort.by === 'share' ? effort.basisPoints : null,
      certainty: line.certainty,
      note: line.note,
    })),
  );
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from skill where workspace_id = ${scope.workspaceId}
    order by id limit 1000`.execute(scope.tx);
  const skillId = new Map(rows.map(({ id, name }) => [name, id]));
  await insertRows(
    scope,
    'allocation_skill',
    lines.flatMap(({ id, skills }) =>
      skills.map((skill) => ({
        ...common(newId()),
        allocation_id: id,
        skill_id: skillId.get(skill) ?? '',
      })),
    ),
  );
}
