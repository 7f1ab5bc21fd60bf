import { type CalendarMonth, dayNumber, later, monthsBetween } from '../calendar-date.ts';
import { allocatedOn } from '../capacity/allocation.ts';
import { capacityBetween, capacityOn, termOn } from '../capacity/person-capacity.ts';
import { groupedBy, sumOf } from '../grouping.ts';
import type { AllocationId, PersonId, ProjectId, RingFenceId } from '../id.ts';
import type { BalanceInput } from './input.ts';
import type { LoadSum } from './load.ts';
import { monthSpans } from './months.ts';
import { accountsOf } from './reserve-book.ts';
import { accountKey, emptyMonth, replayLedger } from './reserve-ledger.ts';
import { type ClientWork, reserveUses } from './reserve-use.ts';
import { grantedMinutes, type RingFence, type RingFenceScope, takenMinutes } from './ring-fence.ts';

/** Work that would be taken on and that nobody is allocated to yet, of one month. */
export type AskedWork = Pick<LoadSum, 'month' | 'personId' | 'roleId' | 'teamId' | 'minutes'>;

/** One month of a ring-fence with work that is asked for on top of what is booked; in minutes. */
export type ReserveOutlook = {
  readonly policyId: RingFenceId;
  readonly month: CalendarMonth;
  readonly capacityMinutes: number;
  /** Held back, pay-backs included; never more than the capacity. */
  readonly reserveMinutes: number;
  /** Confirmed allocations to client projects. */
  readonly bookedMinutes: number;
  /** The part of the asked work that these people would do. */
  readonly askedMinutes: number;
  /** What bookings take of the reserve, and what they would take together with what is asked. */
  readonly takenMinutes: number;
  readonly takenWithAskedMinutes: number;
  readonly lentMinutes: number;
  /** What would be left for initiatives: reserve − taken with asked. */
  readonly leftMinutes: number;
  /** Hours that loans would have to cover: taken with asked − lent, or 0. */
  readonly shortMinutes: number;
  /** The part of these that bookings need already. */
  readonly shortNowMinutes: number;
};

/**
 * What work that nobody is allocated to yet would take of each ring-fence, month by month from this one:
 * as if its hours were allocated as they are planned. Months in which nothing is held back are left out.
 * Nothing of it is refused by a signature; what is short then has to be lent when hours are allocated.
 * @see takenMinutes for what client work takes of a reserve.
 */
export function reserveOutlook(input: BalanceInput, asked: readonly AskedWork[]): ReserveOutlook[] {
  const { policies, entries } = input.reserve;
  if (policies.length === 0 || input.to < input.today) return [];
  const months = monthsBetween(later(input.from, input.today), input.to);
  const people = input.people.map(({ capacity }) => capacity);
  const uses = reserveUses(policies, months, { people, work: bookedWork(input) });
  const accounts = accountsOf(replayLedger(entries));
  const policyOf = new Map(policies.map((policy) => [policy.id, policy]));
  const askedIn = groupedBy(asked, ({ month }) => month);
  const outlook = uses.flatMap(
    ({ policyId, month, capacityMinutes, clientMinutes: bookedMinutes }) => {
      const policy = policyOf.get(policyId);
      if (!policy) return [];
      const place = { policyId, month, measure: 'minutes' } as const;
      const { paidBack, lent } = accounts.get(accountKey(place)) ?? emptyMonth(place);
      const granted = grantedMinutes(policy, month, capacityMinutes);
      const reserveMinutes = Math.min(granted + paidBack, capacityMinutes);
      if (reserveMinutes === 0) return [];
      const counts = askedCounter(input, policy, month);
      const askedMinutes = sumOf(askedIn.get(month) ?? [], (one) =>
        counts(one) ? one.minutes : 0,
      );
      const takenBy = (clientMinutes: number) =>
        takenMinutes({ capacityMinutes, clientMinutes, reserveMinutes });
      const taken = takenBy(bookedMinutes);
      const withAsked = takenBy(bookedMinutes + askedMinutes);
      return [
        {
          policyId,
          month,
          capacityMinutes,
          reserveMinutes,
          bookedMinutes,
          askedMinutes,
          takenMinutes: taken,
          takenWithAskedMinutes: withAsked,
          lentMinutes: lent,
          leftMinutes: reserveMinutes - withAsked,
          shortMinutes: Math.max(0, withAsked - lent),
          shortNowMinutes: Math.max(0, taken - lent),
        },
      ];
    },
  );
  return outlook.sort((a, b) => (placeName(a) < placeName(b) ? -1 : 1));
}

function placeName({ policyId, month }: ReserveOutlook): string {
  return `${policyId} ${month}`;
}

/** An allocation that takes of the reserve, with the project it is for. */
export type BookedWork = ClientWork & {
  readonly allocationId: AllocationId;
  readonly projectId: ProjectId;
};

/** Confirmed allocations to client projects that the firm means to do. */
export function bookedWork(input: BalanceInput): BookedWork[] {
  const projects = new Map(input.projects.map((project) => [project.id, project]));
  const people = new Map(input.people.map(({ id, capacity }) => [id, capacity]));
  return input.allocations.flatMap(({ id, projectId, certainty, ...work }) => {
    const project = projects.get(projectId);
    if (certainty !== 'confirmed' || project?.kind !== 'client' || !project.isCommitted) return [];
    const { personId, roleId, startOn, endOn } = work;
    const capacity = personId === null ? input.firmCapacity : people.get(personId);
    const minutesOn = (day: number) =>
      capacity ? allocatedOn(work, (on) => capacityOn(capacity, on), day) : 0;
    return [{ allocationId: id, projectId, personId, roleId, startOn, endOn, minutesOn }];
  });
}

/**
 * Which of some asked work a ring-fence counts in a month. The firm counts all; a role what asks for it
 * or is its people's; a team what is planned for it. A person counts what is theirs, and what asks for
 * a role that nobody else can work in that month.
 */
export function askedCounter(
  input: BalanceInput,
  { scope }: Pick<RingFence, 'scope'>,
  month: CalendarMonth,
): (asked: AskedWork) => boolean {
  switch (scope.kind) {
    case 'firm':
      return () => true;
    case 'role':
      return ({ roleId }) => roleId === scope.roleId;
    case 'team':
      return ({ teamId }) => teamId === scope.teamId;
    case 'person': {
      const onlyRole = soleRole(input, scope, month);
      return ({ personId, roleId }) =>
        personId === null ? roleId !== null && roleId === onlyRole : personId === scope.personId;
    }
  }
}

/** The role of a person in a month, when nobody else can work in it then. */
function soleRole(
  input: BalanceInput,
  { personId }: Extract<RingFenceScope, { kind: 'person' }>,
  month: CalendarMonth,
) {
  const [span] = monthSpans(input).filter((one) => one.month === month);
  const own = input.people.find(({ id }) => id === personId);
  if (!span || !own) return null;
  const [first, last] = [dayNumber(span.from), dayNumber(span.to)];
  const { roleId } = termOn(own.capacity, first);
  const others = input.people.some(
    ({ id, capacity }: { id: PersonId; capacity: typeof own.capacity }) =>
      id !== personId &&
      termOn(capacity, first).roleId === roleId &&
      capacityBetween(capacity, first, last) > 0,
  );
  return others ? null : roleId;
}
