import type { PlannedAllocation, PlannerView } from '@evenkeel/contract/allocations';
import { dayNumber } from '@evenkeel/core/calendar-date';
import { isOpenState } from '@evenkeel/core/capacity/allocation';
import type { PersonId } from '@evenkeel/core/id';
import type { Away, PlannerBar, PlannerLane, PlannerWork } from '../../ui/planner/planner-types.ts';

export type PlannerPerson = PlannerView['people'][number];
export type PlannerProject = PlannerView['projects'][number];

const personPrefix = 'person ';

/** A person's lane. */
export function laneOfPerson(id: PersonId): string {
  return `${personPrefix}${id}`;
}

/** The person whose lane it is; null: a placeholder's or a deal's. */
export function personOfLane(laneId: string): PersonId | null {
  // Written by the function above.
  return laneId.startsWith(personPrefix) ? (laneId.slice(personPrefix.length) as PersonId) : null;
}

/** The names that ids of a planner stand for. */
export type PlannerNames = {
  readonly team: ReadonlyMap<string, string>;
  readonly role: ReadonlyMap<string, string>;
  readonly skill: ReadonlyMap<string, string>;
  readonly project: ReadonlyMap<string, PlannerProject>;
  readonly person: ReadonlyMap<string, PlannerPerson>;
};

export function namesOf(view: PlannerView): PlannerNames {
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  return {
    team: named(view.teams),
    role: named(view.roles),
    skill: named(view.skills),
    project: new Map(view.projects.map((project) => [project.id, project])),
    person: new Map(view.people.map((person) => [person.id, person])),
  };
}

/** A line for each person, in the order given. */
export function peopleLanes(
  people: readonly PlannerPerson[],
  view: PlannerView,
  names: PlannerNames,
): PlannerLane[] {
  const first = dayNumber(view.from);
  return people.map((person) => {
    const away = daysAway(person);
    const detail = [names.role.get(person.roleId ?? ''), names.team.get(person.teamId ?? '')];
    return {
      id: laneOfPerson(person.id),
      kind: 'person',
      name: person.name,
      detail: detail.filter(Boolean).join(', '),
      capacityOn: (day) => person.capacity[day - first] ?? 0,
      awayOn: (day) => away.get(day) ?? null,
    };
  });
}

/** A line for each role and set of skills that a project still needs somebody for. */
export function placeholderLanes(view: PlannerView, names: PlannerNames): PlannerLane[] {
  const first = dayNumber(view.from);
  const lanes = new Map<string, PlannerLane>();
  for (const allocation of view.allocations) {
    if (allocation.personId !== null) continue;
    const id = placeholderLane(allocation);
    if (lanes.has(id)) continue;
    lanes.set(id, {
      id,
      kind: 'placeholder',
      name: names.role.get(allocation.roleId ?? '') ?? 'Somebody',
      detail: allocation.skillIds.map((skill) => names.skill.get(skill) ?? '').join(', '),
      capacityOn: (day) => view.firmCapacity[day - first] ?? 0,
      awayOn: () => null,
    });
  }
  return [...lanes.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Allocations as bars; those of work that is over are only looked at. */
export function barsOf(view: PlannerView, names: PlannerNames, mayWrite: boolean): PlannerBar[] {
  const works = new Map(view.projects.map((project) => [project.id, workOf(project)]));
  return view.allocations.map((allocation) => {
    const project = names.project.get(allocation.projectId);
    return {
      id: allocation.id,
      laneId:
        allocation.personId === null
          ? placeholderLane(allocation)
          : laneOfPerson(allocation.personId),
      work: works.get(allocation.projectId) ?? unknownWork,
      start: dayNumber(allocation.startOn),
      end: dayNumber(allocation.endOn),
      effort: allocation.effort,
      certainty: allocation.certainty,
      isEditable: mayWrite && project !== undefined && isOpenState(project.state),
    };
  });
}

const unknownWork: PlannerWork = { id: '', name: 'Work', detail: '', tone: 'client' };

function workOf(project: PlannerProject): PlannerWork {
  return {
    id: project.id,
    name: project.name,
    detail: project.account?.name ?? (project.kind === 'initiative' ? 'Initiative' : ''),
    tone: project.kind,
  };
}

function placeholderLane({ projectId, roleId, skillIds }: PlannedAllocation): string {
  return `placeholder ${projectId} ${roleId} ${skillIds.toSorted().join(' ')}`;
}

function daysAway({ daysOff }: PlannerPerson): Map<number, Away> {
  const away = new Map<number, Away>();
  for (const { from, to, kind } of daysOff) {
    const last = dayNumber(to);
    for (let day = dayNumber(from); day <= last; day += 1) {
      // Leave is said first: a public holiday within it changes nothing for the person.
      if (kind === 'leave' || !away.has(day)) away.set(day, kind);
    }
  }
  return away;
}
