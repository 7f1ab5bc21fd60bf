import type { allocations } from '@evenkeel/contract/allocations';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { dayNumber } from '@evenkeel/core/calendar-date';
import {
  type Allocation,
  allocatedBetween,
  standingAllocations,
} from '@evenkeel/core/capacity/allocation';
import {
  type FreeCandidate,
  freePeople,
  type PersonWish,
} from '@evenkeel/core/capacity/free-people';
import { capacityOn } from '@evenkeel/core/capacity/person-capacity';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import {
  gatherPeople,
  listNamed,
  listSkillsOfPeople,
  type PlannedPerson,
} from '../people/service.ts';
import * as repository from '../repository.ts';
import { checkDays } from '../service.ts';

type Query = QueryOf<typeof allocations.freePeople>;

/** Candidates with what they are called and what takes their hours. */
export type FreeFound = {
  readonly wish: PersonWish;
  readonly candidates: readonly FreeCandidate[];
  readonly people: ReadonlyMap<PersonId, PlannedPerson>;
  readonly skillsOf: Awaited<ReturnType<typeof listSkillsOfPeople>>;
  readonly names: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<ProjectId, repository.ProjectRecord>;
  /** Minutes of each project in these days by person. */
  readonly takenBy: ReadonlyMap<PersonId, ReadonlyMap<ProjectId, number>>;
};

const mostDays = 800;

/** Who could do some work, the best first, with what speaks for and against each. */
export async function findFreePeople(scope: Scope, query: Query): Promise<FreeFound> {
  checkDays(query.from, query.to, 'to');
  const days = { first: dayNumber(query.from), last: dayNumber(query.to) };
  if (days.last - days.first > mostDays) {
    throw invalid(['to'], 'too-late', `is more than ${mostDays} days after the first`);
  }
  const standing = standingAllocations(
    await repository.listStanding(scope, { from: query.from, to: query.to }),
    scope.today,
  );
  const { people } = await gatherPeople(scope);
  const skillsOf = await listSkillsOfPeople(scope);
  const wish: PersonWish = {
    days,
    roleId: query.roleId,
    teamId: query.teamId,
    skills: query.skills ?? [],
    minutes: query.minutes,
    countsTentative: query.tentative === 'counts',
  };
  const candidates = freePeople(
    people.map(({ record, capacity }) => ({
      id: record.id,
      roleId: record.role_id,
      teamId: record.team_id,
      skills: skillsOf.get(record.id) ?? [],
      capacity: (day) => capacityOn(capacity, day),
    })),
    standing,
    wish,
  );
  const byId = new Map(people.map((person) => [person.record.id, person]));
  const takenBy = takenByProject(standing, byId, days);
  const projectIds = [...new Set([...takenBy.values()].flatMap((by) => [...by.keys()]))];
  return {
    wish,
    candidates,
    people: byId,
    skillsOf,
    names: await namesOf(scope),
    projects: new Map(
      (await repository.findProjects(scope, projectIds)).map((project) => [project.id, project]),
    ),
    takenBy,
  };
}

function takenByProject(
  standing: readonly Allocation[],
  people: ReadonlyMap<PersonId, PlannedPerson>,
  days: PersonWish['days'],
): Map<PersonId, Map<ProjectId, number>> {
  const taken = new Map<PersonId, Map<ProjectId, number>>();
  for (const allocation of standing) {
    const person = allocation.personId === null ? undefined : people.get(allocation.personId);
    if (!person) continue;
    const minutes = allocatedBetween(allocation, (day) => capacityOn(person.capacity, day), days);
    const by = taken.get(person.record.id) ?? new Map<ProjectId, number>();
    by.set(allocation.projectId, (by.get(allocation.projectId) ?? 0) + minutes);
    taken.set(person.record.id, by);
  }
  return taken;
}

async function namesOf(scope: Scope): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const table of ['team', 'role', 'skill'] as const)
    for (const { id, name } of await listNamed(scope, table)) names.set(id, name);
  return names;
}
