import type { Capacities } from '@evenkeel/core/capacity/allocated';
import type { DayCapacity } from '@evenkeel/core/capacity/allocation';
import type { ClashPerson } from '@evenkeel/core/capacity/clash';
import { capacityOn, type PersonCapacity } from '@evenkeel/core/capacity/person-capacity';
import type { PersonId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { listCapacities, readFirmCapacity } from '../../capacity/service.ts';
import * as repository from './repository.ts';

export { listNamed, listSkillsOfPeople } from './repository.ts';

/** A person with what they can work. */
export type PlannedPerson = {
  readonly record: repository.PersonRecord;
  readonly capacity: PersonCapacity;
};

/** People with what they can work, and what the firm's calendar leaves of a day for a placeholder. */
export type PeopleFound = {
  readonly people: readonly PlannedPerson[];
  readonly firm: DayCapacity;
};

/** Everybody who is not in the trash with their capacity, by name; only some where ids are given. */
export async function gatherPeople(scope: Scope, ids?: readonly PersonId[]): Promise<PeopleFound> {
  const records = await repository.listPeople(scope, ids);
  const found = await listCapacities(scope, ids ?? null);
  const capacities = new Map(found.map(({ id, capacity }) => [id, capacity]));
  const firm = await readFirmCapacity(scope);
  return {
    people: records.flatMap((record) => {
      const capacity = capacities.get(record.id);
      return capacity ? [{ record, capacity }] : [];
    }),
    firm: (day) => capacityOn(firm, day),
  };
}

/** Everybody's capacity by id, and what a placeholder works: for calculations over many people. */
export async function capacitiesOf(scope: Scope): Promise<Capacities> {
  const { people, firm } = await gatherPeople(scope);
  return { people: new Map(people.map(({ record, capacity }) => [record.id, capacity])), firm };
}

/** A person as clashes are looked for. */
export function clashPerson({ record, capacity }: PlannedPerson): ClashPerson {
  const usual = { ...capacity, leaves: [], joinedOn: Number.MIN_SAFE_INTEGER, leftOn: null };
  return {
    id: record.id,
    capacity: (day) => capacityOn(capacity, day),
    usual: (day) => capacityOn(usual, day),
    isEmployed: (day) =>
      day >= capacity.joinedOn && (capacity.leftOn === null || day <= capacity.leftOn),
  };
}
