import { groupedBy } from '../grouping.ts';
import type { PersonId, RoleId, SkillId, TeamId } from '../id.ts';
import type { SkillLevel } from '../people/skill.ts';
import { type Allocation, allocatedOn, type DayCapacity } from './allocation.ts';
import type { DaySpan } from './clash.ts';

/** Somebody who might do some work: what they are, can and have already. */
export type FreePerson = {
  readonly id: PersonId;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
  readonly skills: readonly { readonly skillId: SkillId; readonly level: SkillLevel }[];
  readonly capacity: DayCapacity;
};

/** What is looked for; a part left out does not matter. */
export type PersonWish = {
  readonly days: DaySpan;
  readonly roleId?: RoleId | undefined;
  readonly teamId?: TeamId | undefined;
  readonly skills: readonly { readonly skillId: SkillId; readonly level: SkillLevel }[];
  /** Minutes of work over the whole period; 0 where only the order matters. */
  readonly minutes: number;
  /** Whether what is only tentative takes hours as well. */
  readonly countsTentative: boolean;
};

/** Somebody with what they have free, and how well they fit. */
export type FreeCandidate = {
  readonly personId: PersonId;
  readonly capacityMinutes: number;
  readonly confirmedMinutes: number;
  readonly tentativeMinutes: number;
  /** Capacity not yet taken, day by day: a day that is over-allocated frees nothing elsewhere. */
  readonly freeMinutes: number;
  readonly hasRole: boolean;
  /** Skills that are asked for and not there at the level. */
  readonly missing: readonly { readonly skillId: SkillId; readonly level: SkillLevel | null }[];
  /** How far the levels are above what is asked for, added up. */
  readonly surplusLevels: number;
  readonly isEnough: boolean;
};

/**
 * Everybody with capacity on some days, the best first: who lacks fewest of the skills, then who has
 * the role, then who has hours enough, then who has most hours free, then the higher levels. Nobody is
 * left out for a skill or role they lack: the reason stands beside them and a person decides (IN-05).
 */
export function freePeople(
  people: readonly FreePerson[],
  allocations: readonly Allocation[],
  wish: PersonWish,
): FreeCandidate[] {
  const ofPerson = groupedBy(allocations, (allocation) => allocation.personId);
  return people
    .filter((person) => wish.teamId === undefined || person.teamId === wish.teamId)
    .map((person) => candidate(person, ofPerson.get(person.id) ?? [], wish))
    .filter(({ capacityMinutes }) => capacityMinutes > 0)
    .sort(bestFirst);
}

function candidate(
  person: FreePerson,
  own: readonly Allocation[],
  wish: PersonWish,
): FreeCandidate {
  const sums = { capacityMinutes: 0, confirmedMinutes: 0, tentativeMinutes: 0, freeMinutes: 0 };
  for (let day = wish.days.first; day <= wish.days.last; day += 1) {
    const capacity = person.capacity(day);
    if (capacity <= 0) continue;
    const taken = { confirmed: 0, tentative: 0 };
    for (const allocation of own)
      taken[allocation.certainty] += allocatedOn(allocation, () => capacity, day);
    sums.capacityMinutes += capacity;
    sums.confirmedMinutes += taken.confirmed;
    sums.tentativeMinutes += taken.tentative;
    const counted = taken.confirmed + (wish.countsTentative ? taken.tentative : 0);
    sums.freeMinutes += Math.max(0, capacity - counted);
  }
  const levels = new Map(person.skills.map(({ skillId, level }) => [skillId, level]));
  const missing = wish.skills
    .filter(({ skillId, level }) => (levels.get(skillId) ?? 0) < level)
    .map(({ skillId }) => ({ skillId, level: levels.get(skillId) ?? null }));
  return {
    personId: person.id,
    ...sums,
    hasRole: wish.roleId === undefined || person.roleId === wish.roleId,
    missing,
    surplusLevels: wish.skills.reduce(
      (sum, { skillId, level }) => sum + Math.max(0, (levels.get(skillId) ?? 0) - level),
      0,
    ),
    isEnough: sums.freeMinutes >= wish.minutes,
  };
}

function bestFirst(a: FreeCandidate, b: FreeCandidate): number {
  return (
    a.missing.length - b.missing.length ||
    Number(b.hasRole) - Number(a.hasRole) ||
    Number(b.isEnough) - Number(a.isEnough) ||
    b.freeMinutes - a.freeMinutes ||
    b.surplusLevels - a.surplusLevels ||
    (a.personId < b.personId ? -1 : 1)
  );
}
