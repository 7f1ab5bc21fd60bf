import type { allocations } from '@evenkeel/contract/allocations';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { BalanceInput } from '@evenkeel/core/balance/input';
import { plannedWork } from '@evenkeel/core/balance/planned-work';
import { minutesThrough } from '@evenkeel/core/balance/spread';
import { dayNumbers, eachEntry } from '@evenkeel/core/balance/time-log';
import {
  addDays,
  type CalendarDate,
  dateFromDayNumber,
  dayNumber,
  weekStart,
} from '@evenkeel/core/calendar-date';
import type { StandingAllocation } from '@evenkeel/core/capacity/allocation';
import { termOn } from '@evenkeel/core/capacity/person-capacity';
import { entryOf } from '@evenkeel/core/grouping';
import type { PersonId, ProjectId, RoleId, SkillId, TeamId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { gather } from '../../balance/service.ts';
import {
  gatherPeople,
  listNamed,
  listSkillsOfPeople,
  type PeopleFound,
} from '../people/service.ts';
import { listStanding } from '../repository.ts';
import { checkDays } from '../service.ts';
import * as repository from './repository.ts';

/** What tasks ask of somebody, and what they logged, on one project in one week. */
export type WeekOfWork = {
  readonly weekOn: CalendarDate;
  readonly projectId: ProjectId;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly estimatedMinutes: number;
  readonly loggedMinutes: number;
};

/** Everything the planner draws over some days. */
export type PlannerFound = PeopleFound & {
  readonly today: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly skillsOf: Awaited<ReturnType<typeof listSkillsOfPeople>>;
  readonly teams: Awaited<ReturnType<typeof listNamed<TeamId>>>;
  readonly roles: Awaited<ReturnType<typeof listNamed<RoleId>>>;
  readonly skills: Awaited<ReturnType<typeof listNamed<SkillId>>>;
  readonly projects: readonly repository.PlannerProject[];
  readonly allocations: readonly StandingAllocation[];
  readonly work: readonly WeekOfWork[];
};

/** Two years of days: as much as anybody plans people for, and quick. */
const mostDays = 740;

export async function viewPlanner(
  scope: Scope,
  { from, to }: QueryOf<typeof allocations.planner>,
): Promise<PlannerFound> {
  checkDays(from, to, 'to');
  if (dayNumber(to) - dayNumber(from) >= mostDays) {
    throw invalid(['to'], 'too-late', `must be within ${mostDays} days of the first`);
  }
  const planned = await listStanding(scope, { from, to });
  const work = await weeksOfWork(scope, { from, to });
  const touched = new Set([...planned, ...work].map(({ projectId }) => projectId));
  const everybody = await gatherPeople(scope);
  const busy = new Set(planned.map(({ personId }) => personId));
  return {
    today: scope.today,
    from,
    to,
    firm: everybody.firm,
    people: everybody.people.filter(
      ({ record }) =>
        busy.has(record.id) ||
        (record.joined_on <= to && (record.left_on === null || record.left_on >= from)),
    ),
    skillsOf: await listSkillsOfPeople(scope),
    teams: await listNamed<TeamId>(scope, 'team'),
    roles: await listNamed<RoleId>(scope, 'role'),
    skills: await listNamed<SkillId>(scope, 'skill'),
    projects: await repository.listProjects(scope, [...touched]),
    allocations: planned,
    work,
  };
}

type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

/** By week, project and person (or the role that nobody's work asks for): sums of whole weeks. */
async function weeksOfWork(scope: Scope, days: Days): Promise<WeekOfWork[]> {
  const weeks = { from: weekStart(days.from), to: addDays(weekStart(days.to), 6) };
  const view = { ...weeks, tentative: 'weighted' } as const;
  const { input } = await gather(scope, view, { sources: ['planned', 'logged'], days: weeks });
  const found = new Map<string, Growing>();
  const weekOf = (facts: Facts, week: number) =>
    entryOf(found, `${week} ${facts.projectId} ${facts.personId ?? facts.roleId}`, () => ({
      ...facts,
      weekOn: dateFromDayNumber(week),
      estimatedMinutes: 0,
      loggedMinutes: 0,
    }));
  addPlanned(input, weeks, weekOf);
  addLogged(input, weeks, weekOf);
  return [...found.values()];
}

type Growing = { -readonly [Field in keyof WeekOfWork]: WeekOfWork[Field] };
type Facts = Pick<WeekOfWork, 'projectId' | 'personId' | 'roleId'>;
type WeekOf = (facts: Facts, week: number) => Growing;

function addPlanned(input: BalanceInput, weeks: Days, weekOf: WeekOf): void {
  const { first, last } = dayNumbers(weeks);
  for (const work of plannedWork(input)) {
    const facts = { projectId: work.project.id, personId: work.personId, roleId: work.roleId };
    const start = Math.max(first, mondayOf(dayNumber(work.from)));
    const end = Math.min(last, dayNumber(work.to));
    let before = minutesThrough(work, start - 1);
    for (let week = start; week <= end; week += 7) {
      const through = minutesThrough(work, week + 6);
      if (through > before) weekOf(facts, week).estimatedMinutes += through - before;
      before = through;
    }
  }
}

function addLogged(input: BalanceInput, weeks: Days, weekOf: WeekOf): void {
  const people = new Map(input.people.map((person) => [person.id, person.capacity]));
  for (const { projectId, personId, ...log } of input.logs) {
    const person = people.get(personId);
    eachEntry({ ...log, projectId, personId }, dayNumbers(weeks), (day, minutes) => {
      const roleId = person ? termOn(person, day).roleId : null;
      weekOf({ projectId, personId, roleId }, mondayOf(day)).loggedMinutes += minutes;
    });
  }
}

/** Monday of the week of a day, both as `dayNumber`s: 1970-01-01 was a Thursday. */
function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}
