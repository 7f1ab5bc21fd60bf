import type { PlannedAllocation, PlannerView } from '@evenkeel/contract/allocations';
import { dateFromDayNumber, dayNumber } from '@evenkeel/core/calendar-date';
import type { DayCapacity, StandingAllocation } from '@evenkeel/core/capacity/allocation';
import { capacityOn } from '@evenkeel/core/capacity/person-capacity';
import { referenceOf } from '../../../platform/db/values.ts';
import type { PlannedPerson } from '../people/service.ts';
import type { PlannerProject } from './repository.ts';
import type { PlannerFound } from './service.ts';

export function presentPlanner(found: PlannerFound): PlannerView {
  const { today, from, to } = found;
  const days = { first: dayNumber(from), last: dayNumber(to) };
  return {
    today,
    from,
    to,
    people: found.people.map((person) => ({
      ...presentPerson(person, days),
      skills: (found.skillsOf.get(person.record.id) ?? []).map(({ skillId, level }) => ({
        id: skillId,
        level,
      })),
    })),
    firmCapacity: minutesOfDays(found.firm, days),
    teams: [...found.teams],
    roles: [...found.roles],
    skills: [...found.skills],
    projects: found.projects.map(presentProject),
    allocations: found.allocations.map(presentPlanned),
    work: [...found.work],
  };
}

type Days = { readonly first: number; readonly last: number };

function presentPerson({ record, capacity }: PlannedPerson, days: Days) {
  return {
    id: record.id,
    name: record.name,
    kind: record.kind,
    teamId: record.team_id,
    roleId: record.role_id,
    joinedOn: record.joined_on,
    leftOn: record.left_on,
    capacity: minutesOfDays((day) => capacityOn(capacity, day), days),
    daysOff: [
      ...capacity.leaves.map((leave) => ({ ...leave, kind: 'leave' as const, name: '' })),
      ...capacity.holidays.map((holiday) => ({ ...holiday, kind: 'holiday' as const })),
    ]
      .filter(({ from, to }) => from <= days.last && to >= days.first)
      .map(({ from, to, kind, name }) => ({
        from: dateFromDayNumber(Math.max(from, days.first)),
        to: dateFromDayNumber(Math.min(to, days.last)),
        kind,
        name,
      })),
  };
}

function minutesOfDays(capacity: DayCapacity, { first, last }: Days): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => capacity(first + index));
}

function presentProject(project: PlannerProject): PlannerView['projects'][number] {
  return {
    id: project.id,
    number: project.number,
    name: project.name,
    kind: project.kind,
    state: project.state,
    account: referenceOf(project.account_id, project.account_name),
    startOn: project.start_on,
    endOn: project.end_on,
    priority: project.priority,
  };
}

function presentPlanned({
  projectState: _projectState,
  ...allocation
}: StandingAllocation): PlannedAllocation {
  return { ...allocation, skillIds: [...allocation.skillIds] };
}
