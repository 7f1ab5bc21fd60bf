import type { FreePersonView } from '@evenkeel/contract/allocations';
import { mostFirst } from '@evenkeel/core/balance/load';
import type { FreeCandidate } from '@evenkeel/core/capacity/free-people';
import { referenceOf } from '../../../platform/db/values.ts';
import type { FreeFound } from './service.ts';

/** How many of the projects that take somebody's hours are named. */
const mostProjects = 5;

export function presentFreePerson(candidate: FreeCandidate, found: FreeFound): FreePersonView {
  const { personId, missing, surplusLevels: _surplus, ...figures } = candidate;
  const record = found.people.get(personId)?.record;
  const nameOf = (id: string | null) => (id === null ? null : (found.names.get(id) ?? ''));
  const teamId = record?.team_id ?? null;
  const roleId = record?.role_id ?? null;
  const levels = new Map(
    (found.skillsOf.get(personId) ?? []).map(({ skillId, level }) => [skillId, level]),
  );
  return {
    ...figures,
    person: { id: personId, name: record?.name ?? '' },
    kind: record?.kind ?? 'staff',
    team: referenceOf(teamId, nameOf(teamId)),
    role: referenceOf(roleId, nameOf(roleId)),
    skills: found.wish.skills.map(({ skillId, level }) => ({
      id: skillId,
      name: nameOf(skillId) ?? '',
      level: levels.get(skillId) ?? null,
      wanted: level,
    })),
    missingCount: missing.length,
    projects: mostFirst(found.takenBy.get(personId) ?? new Map())
      .slice(0, mostProjects)
      .flatMap(({ projectId, minutes }) => {
        const project = found.projects.get(projectId);
        return project && minutes > 0 ? [{ ...project, minutes }] : [];
      }),
  };
}
