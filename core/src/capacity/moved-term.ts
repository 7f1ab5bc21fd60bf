import type { RoleId, TeamId } from '../id.ts';
import { type PersonCapacity, termOn } from './person-capacity.ts';

/** Another role or team from a day on; null: it stays. */
export type MovedTerm = {
  /** A `dayNumber`. */
  readonly from: number;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
};

/**
 * The capacity with other terms from a day on: what they do not speak of is as on that day, and terms
 * that begin later hold as before. Terms that begin on the very day are replaced.
 */
export function withTerm(
  person: PersonCapacity,
  { from, roleId, teamId }: MovedTerm,
): PersonCapacity {
  const before = termOn(person, from);
  const term = {
    ...before,
    validFrom: from,
    roleId: roleId ?? before.roleId,
    teamId: teamId ?? before.teamId,
  };
  const others = person.terms.filter(({ validFrom }) => validFrom !== from);
  return { ...person, terms: [...others, term] };
}
