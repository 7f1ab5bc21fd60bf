import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import { type MovedTerm, withTerm } from '../capacity/moved-term.ts';
import type { DealId, PersonId, ProjectId } from '../id.ts';
import type { BalanceInput, BalancePerson, BalanceTask, DatedRate, ShareTarget } from './input.ts';
import { type PolicyChange, withPolicy } from './policy-change.ts';

/** What can be changed in a scenario, in the order in which people are offered them. */
export const scenarioChangeKinds = [
  'win-deal',
  'lose-deal',
  'start-initiative',
  'delay-project',
  'stop-project',
  'hire',
  'leave',
  'move-people',
  'change-terms',
  'change-reserve',
  'change-target',
] as const;
/** A kind of change. */
export type ScenarioChangeKind = (typeof scenarioChangeKinds)[number];

/**
 * One change of a scenario with all that follows from it, so that laying it over an input needs nothing
 * else. What moves tasks (the live schedule decides how) brings them as they lie afterwards.
 */
export type ScenarioChange =
  | ({ readonly kind: 'win-deal' } & Addition)
  | { readonly kind: 'lose-deal'; readonly dealId: DealId }
  | { readonly kind: 'start-initiative'; readonly projectId: ProjectId }
  | { readonly kind: 'stop-project'; readonly projectId: ProjectId }
  | ({
      readonly kind: 'delay-project';
      readonly projectId: ProjectId;
      readonly startOn: CalendarDate | null;
      readonly endOn: CalendarDate | null;
    } & Replanned)
  | {
      readonly kind: 'hire';
      readonly person: BalancePerson;
      readonly rates: readonly DatedRate[];
    }
  | ({
      readonly kind: 'leave';
      readonly personId: PersonId;
      readonly lastDay: CalendarDate;
    } & Replanned)
  | ({ readonly kind: 'move-people'; readonly people: readonly BalancePerson[] } & Replanned)
  | ({
      readonly kind: 'change-terms';
      readonly personId: PersonId;
      /** What holds from the day on; what is null stays. */
      readonly term: MovedTerm;
    } & Replanned)
  | { readonly kind: 'change-reserve'; readonly change: PolicyChange }
  | ({ readonly kind: 'change-target' } & ShareTarget);

/** A project that would be added, and the open deal that it would come from. */
export type Addition = {
  readonly project: BalanceInput['projects'][number];
  readonly tasks: readonly BalanceTask[];
  readonly dealId: DealId | null;
};

/** Tasks that lie elsewhere, or are other people's, after a change. */
export type Replanned = { readonly replanned: readonly BalanceTask[] };

/** The input with all changes laid over it, in their order. The input stays as it is. */
export function withChanges(input: BalanceInput, changes: readonly ScenarioChange[]): BalanceInput {
  return changes.reduce(withChange, input);
}

/**
 * The input with one change laid over it. What the change speaks of and the input lacks is left
 * alone; everything it does not speak of is the same object as before, so that work which stays the
 * same is told by its identity.
 */
export function withChange(input: BalanceInput, change: ScenarioChange): BalanceInput {
  switch (change.kind) {
    case 'win-deal':
      return withAddition(input, change);
    case 'lose-deal':
      return { ...input, deals: input.deals.filter((deal) => deal.id !== change.dealId) };
    case 'start-initiative':
      return withProject(input, change.projectId, { isCommitted: true });
    case 'stop-project':
      return withoutAllocations(
        withProject(input, change.projectId, { isCommitted: false }),
        change.projectId,
      );
    case 'delay-project': {
      const { startOn, endOn } = change;
      return withTasks(withProject(input, change.projectId, { startOn, endOn }), change.replanned);
    }
    case 'hire':
      return {
        ...input,
        people: [...input.people.filter((person) => person.id !== change.person.id), change.person],
        rates: [...input.rates, ...change.rates],
      };
    case 'leave': {
      const gone = (person: BalancePerson) => ({
        ...person,
        capacity: { ...person.capacity, leftOn: dayNumber(change.lastDay) },
      });
      const people = replaced(input.people, [change.personId], gone);
      return withTasks({ ...input, people }, change.replanned);
    }
    case 'move-people': {
      const moved = new Map(change.people.map((person) => [person.id, person]));
      const people = replaced(input.people, moved.keys(), (one) => moved.get(one.id) ?? one);
      return withTasks({ ...input, people }, change.replanned);
    }
    case 'change-terms': {
      const moved = (person: BalancePerson) => ({
        ...person,
        capacity: withTerm(person.capacity, change.term),
      });
      const people = replaced(input.people, [change.personId], moved);
      return withTasks({ ...input, people }, change.replanned);
    }
    case 'change-reserve': {
      const policies = withPolicy(input.reserve.policies, change.change);
      return { ...input, reserve: { ...input.reserve, policies } };
    }
    case 'change-target': {
      const { shareBasisPoints, toleranceBasisPoints } = change;
      return { ...input, target: { shareBasisPoints, toleranceBasisPoints } };
    }
  }
}

/** The input as it would be: with the project and its tasks, and without the open deal. */
export function withAddition(input: BalanceInput, addition: Addition): BalanceInput {
  const { id } = addition.project;
  return {
    ...input,
    projects: [...input.projects.filter((project) => project.id !== id), addition.project],
    tasks: [...input.tasks.filter((task) => task.projectId !== id), ...addition.tasks],
    deals: input.deals.filter((deal) => deal.id !== addition.dealId),
  };
}

function withProject(
  input: BalanceInput,
  id: ProjectId,
  change: Partial<BalanceInput['projects'][number]>,
): BalanceInput {
  const projects = replaced(input.projects, [id], (project) => ({ ...project, ...change }));
  return { ...input, projects };
}

/** A project that is stopped reserves nobody's hours. */
function withoutAllocations(input: BalanceInput, id: ProjectId): BalanceInput {
  const allocations = input.allocations.filter(({ projectId }) => projectId !== id);
  return allocations.length === input.allocations.length ? input : { ...input, allocations };
}

function withTasks(input: BalanceInput, tasks: readonly BalanceTask[]): BalanceInput {
  if (tasks.length === 0) return input;
  const changed = new Map(tasks.map((task) => [task.id, task]));
  return {
    ...input,
    tasks: replaced(input.tasks, changed.keys(), (task) => changed.get(task.id) ?? task),
  };
}

function replaced<Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: Iterable<string>,
  change: (item: Item) => Item,
): readonly Item[] {
  const meant = new Set(ids);
  return items.map((item) => (meant.has(item.id) ? change(item) : item));
}
