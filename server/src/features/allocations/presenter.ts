import type { AllocationView, ClashView } from '@evenkeel/contract/allocations';
import { standingCertainty } from '@evenkeel/core/capacity/allocation';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { AllocationRecord } from './repository.ts';
import type { AllocationWithSkills } from './service.ts';

export function presentAllocation({
  row,
  allocation,
  skills,
}: AllocationWithSkills): AllocationView {
  return {
    id: row.id,
    version: row.version,
    project: presentProject(row),
    person: referenceOf(row.person_id, row.person_name),
    role: referenceOf(row.role_id, row.role_name),
    skills: skills.map(({ id, name }) => ({ id, name })),
    startOn: row.start_on,
    endOn: row.end_on,
    effort: allocation.effort,
    certainty: row.certainty,
    countsAs: standingCertainty(row.certainty, row.project_state),
    note: row.note,
    createdAt: moment(row.created_at),
    deletedAt: optionalMoment(row.deleted_at),
  };
}

/** What a clash says of each allocation that has a part in it. */
export function presentPlain({
  row,
  allocation,
}: AllocationWithSkills): ClashView['allocations'][number] {
  const { id, startOn, endOn, effort, certainty } = allocation;
  return { id, project: presentProject(row), certainty, startOn, endOn, effort };
}

function presentProject(row: AllocationRecord): AllocationView['project'] {
  return {
    id: row.project_id,
    number: row.project_number,
    name: row.project_name,
    kind: row.project_kind,
    state: row.project_state,
  };
}
