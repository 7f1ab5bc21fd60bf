import {
  type CalendarDate,
  type CalendarMonth,
  later,
  monthEnd,
  monthStart,
  weekdaysBetween,
} from '../calendar-date.ts';
import { type AllocatedMonth, allocatedMonths } from '../capacity/allocated.ts';
import { committedMinutes } from '../capacity/committed.ts';
import { capacityOn } from '../capacity/person-capacity.ts';
import { entryOf, groupedBy, sumOf } from '../grouping.ts';
import type { AllocationId, PersonId, ProjectId, RoleId, TeamId } from '../id.ts';
import { allocate } from '../money.ts';
import type { BalanceInput, BalanceProject } from './input.ts';
import { monthSpans } from './months.ts';
import type { PlannedWork } from './planned-work.ts';
import { type Spread, sliceOfSpread } from './spread.ts';
import type { DayRange } from './time-log.ts';

/**
 * Hours of one month that an allocation reserves beyond what tasks ask for; or, with a sign of −1, hours
 * of tasks that nobody is on which people allocated to the project have room for.
 */
export type ReservedWork = Spread & {
  readonly allocationId: AllocationId;
  readonly project: BalanceProject;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
  readonly certainty: 'planned' | 'tentative';
  readonly sign: 1 | -1;
};

/**
 * What allocations add to the planned work of the months of a range, from today on. With the work of
 * tasks it comes to what people are committed to: of each person, project and month the greater of
 * allocated and estimated, never both (`committedMinutes`). Tentative allocations, and confirmed ones of
 * projects that are not committed, add what they reserve on top of that, as tentative work.
 * Complexity: O(days of the allocations + months of the tasks of their projects).
 */
export function reservedWork(
  input: BalanceInput,
  range: DayRange,
  planned: readonly PlannedWork[],
): ReservedWork[] {
  const months = standingMonths(input, range);
  if (months.length === 0) return [];
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const claims = claimsOf(months, estimatesOf(planned, months, range));
  return [...groupedBy(claims, groupName).values()].flatMap((group) => {
    const [first] = group;
    const project = first && projects.get(first.projectId);
    return project ? workOfGroup(group, { project, input }) : [];
  });
}

/** Allocations as they count for a state of their projects; those of unknown projects are left out. */
function standingMonths(input: BalanceInput, range: DayRange): AllocatedMonth[] {
  const from = later(range.from, input.today);
  if (range.to < from || input.allocations.length === 0) return [];
  const isCommitted = new Map(input.projects.map((one) => [one.id, one.isCommitted]));
  const inOrder = input.allocations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const standing = inOrder.flatMap((allocation) => {
    const committed = isCommitted.get(allocation.projectId);
    if (committed === undefined || allocation.endOn < from) return [];
    const certainty = committed ? allocation.certainty : 'tentative';
    return [{ ...allocation, certainty } as const];
  });
  const people = new Map(input.people.map(({ id, capacity }) => [id, capacity]));
  const firm = (day: number) => capacityOn(input.firmCapacity, day);
  return allocatedMonths(standing, { people, firm }, { today: input.today, from, to: range.to });
}

type Place = {
  readonly month: CalendarMonth;
  readonly projectId: ProjectId;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
};

/** A person's claim of a month with the allocations behind it. */
type PlacedClaim = Place & {
  readonly confirmed: readonly AllocatedMonth[];
  readonly tentative: readonly AllocatedMonth[];
  readonly aheadMinutes: number;
  readonly estimatedMinutes: number;
};

function placeName({ month, projectId, personId, roleId }: Place): string {
  return `${month} ${projectId} ${personId} ${roleId}`;
}

function groupName({ month, projectId, roleId }: Place): string {
  return `${month} ${projectId} ${roleId}`;
}

type Estimate = Place & { minutes: number };

/** Work of tasks on the projects that have allocations, by month, project, person and role. */
function estimatesOf(
  planned: readonly PlannedWork[],
  allocated: readonly AllocatedMonth[],
  range: DayRange,
): ReadonlyMap<string, Estimate> {
  const groups = new Set(allocated.map(groupName));
  const projects = new Set(allocated.map(({ projectId }) => projectId));
  const months = monthSpans(range);
  const estimates = new Map<string, Estimate>();
  for (const work of planned) {
    const { personId, roleId } = work;
    const projectId = work.project.id;
    if (!projects.has(projectId)) continue;
    for (const { month, from, to } of months) {
      const place = { month, projectId, personId, roleId };
      const minutes = sliceOfSpread(work, from, to);
      if (minutes === 0 || !groups.has(groupName(place))) continue;
      entryOf(estimates, placeName(place), () => ({ ...place, minutes: 0 })).minutes += minutes;
    }
  }
  return estimates;
}

function claimsOf(
  allocated: readonly AllocatedMonth[],
  estimates: ReadonlyMap<string, Estimate>,
): PlacedClaim[] {
  const byPlace = groupedBy(allocated, placeName);
  const places = new Map<string, Place>(estimates);
  for (const month of allocated) places.set(placeName(month), month);
  return [...places].map(([name, { month, projectId, personId, roleId }]) => {
    const all = byPlace.get(name) ?? [];
    const confirmed = all.filter(({ certainty }) => certainty === 'confirmed');
    return {
      month,
      projectId,
      personId,
      roleId,
      confirmed,
      tentative: all.filter(({ certainty }) => certainty === 'tentative'),
      aheadMinutes: sumOf(confirmed, ({ minutes }) => minutes),
      estimatedMinutes: estimates.get(name)?.minutes ?? 0,
    };
  });
}

type Firm = { readonly project: BalanceProject; readonly input: BalanceInput };

function workOfGroup(group: readonly PlacedClaim[], firm: Firm): ReservedWork[] {
  const committed = committedMinutes(group);
  return group.flatMap((claim, place) => {
    const beyond = (committed[place] ?? 0) - claim.estimatedMinutes;
    const certain = Math.max(claim.aheadMinutes, claim.estimatedMinutes);
    const hoped = sumOf(claim.tentative, ({ minutes }) => minutes);
    return [
      ...(beyond < 0 ? metByPeople(group, { claim, minutes: -beyond, firm }) : []),
      ...shared(Math.max(0, beyond), claim.confirmed, { certainty: 'planned', ...firm }),
      ...shared(Math.max(0, claim.aheadMinutes + hoped - certain), claim.tentative, {
        certainty: 'tentative',
        ...firm,
      }),
    ];
  });
}

/** Minutes divided among the allocations that reserve them, each part on its own days. */
function shared(
  minutes: number,
  months: readonly AllocatedMonth[],
  { project, certainty }: Firm & Pick<ReservedWork, 'certainty'>,
): ReservedWork[] {
  if (minutes === 0) return [];
  const parts = allocate(
    minutes,
    months.map((month) => month.minutes),
  );
  return months.flatMap((month, place) => {
    const part = parts[place] ?? 0;
    if (part === 0) return [];
    const { allocationId, personId, roleId, from, to } = month;
    // A placeholder is of no team yet; it counts where the project's other open work counts.
    const teamId = personId === null ? project.teamId : month.teamId;
    const facts = { allocationId, project, personId, roleId, teamId, certainty };
    return [{ ...within(part, from, to), ...facts, sign: 1 as const }];
  });
}

/** Open tasks that are met by hours allocated to people: taken off again, so that they count once. */
function metByPeople(
  group: readonly PlacedClaim[],
  { claim, minutes, firm: { project, input } }: MetWork,
): ReservedWork[] {
  const [largest] = group
    .filter(({ personId }) => personId !== null)
    .flatMap(({ confirmed }) => confirmed)
    .toSorted((a, b) => b.minutes - a.minutes);
  if (!largest) return [];
  const from = later(monthStart(claim.month), input.today);
  return [
    {
      ...within(minutes, from, monthEnd(claim.month)),
      allocationId: largest.allocationId,
      project,
      personId: null,
      roleId: claim.roleId,
      teamId: project.teamId,
      certainty: 'planned',
      sign: -1,
    },
  ];
}

/** Minutes over days of one month, which they do not leave: not even when all of them are a weekend. */
function within(minutes: number, from: CalendarDate, to: CalendarDate): Spread {
  return { from, to, minutes, weekdays: Math.max(1, weekdaysBetween(from, to)) };
}

type MetWork = {
  readonly claim: PlacedClaim;
  readonly minutes: number;
  readonly firm: Firm;
};
