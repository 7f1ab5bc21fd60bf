import type { ScenarioChangeFacts } from '@evenkeel/contract/scenarios';
import { additionOfHandOff, lastId } from '@evenkeel/core/balance/hand-off-addition';
import type { BalanceInput, BalanceTask } from '@evenkeel/core/balance/input';
import type { PolicyChange } from '@evenkeel/core/balance/policy-change';
import type { ScenarioChange } from '@evenkeel/core/balance/scenario-change';
import { type CalendarDate, dayNumber, monthOf } from '@evenkeel/core/calendar-date';
import { type CapacityCalendar, personCapacity } from '@evenkeel/core/capacity/employment';
import { termOn } from '@evenkeel/core/capacity/person-capacity';
import type { ScenarioChangeId } from '@evenkeel/core/id';
import { AppError } from '../../../../platform/app-error.ts';
import { refusalOf, takenBack } from '../../../../platform/db/savepoint.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { readCapacityCalendars } from '../../../capacity/service.ts';
import { draftForDeal } from '../../../hand-offs/service.ts';
import { ringFenceScopeOf } from '../../../ring-fence/policies/service.ts';
import { choicesOf } from '../../previews/service.ts';
import { listWork } from '../../service.ts';
import { act, delayedDays, ownRates } from '../acts/service.ts';
import type { ChangeRecord } from '../service.ts';

/** Changes with all that follows from them, and those that the plan does not allow any more. */
export type LaidOver = {
  readonly changes: readonly ScenarioChange[];
  readonly problems: readonly { readonly changeId: ScenarioChangeId; readonly message: string }[];
};

/**
 * Works out what follows from each change. What the live schedule decides (tasks of a delayed project,
 * of somebody who leaves, or that change hands) is found by making the changes, reading the tasks, and
 * taking every write back: so the figures are those that applying them gives.
 */
export async function layOver(
  scope: Scope,
  input: BalanceInput,
  records: readonly ChangeRecord[],
): Promise<LaidOver> {
  const changes: ScenarioChange[] = [];
  const problems: { changeId: ScenarioChangeId; message: string }[] = [];
  const replanning = replanner(scope, input);
  const work = async () => {
    for (const [place, { id, facts }] of records.entries()) {
      const refusal = await refusalOf(scope, async () => {
        refuseImpossible(input, facts);
        changes.push(await follow({ scope, input, place, replanning }, facts));
      });
      if (refusal) problems.push({ changeId: id, message: refusal.message });
    }
  };
  await (records.some(({ facts }) => replans(facts)) ? takenBack(scope, work) : work());
  return { changes, problems };
}

type Laying = {
  readonly scope: Scope;
  readonly input: BalanceInput;
  readonly place: number;
  readonly replanning: (facts: ScenarioChangeFacts) => Promise<readonly BalanceTask[]>;
};

async function follow(
  { scope, input, place, replanning }: Laying,
  facts: ScenarioChangeFacts,
): Promise<ScenarioChange> {
  switch (facts.kind) {
    case 'win-deal': {
      const { kind, dealId, ...terms } = facts;
      const { draft, isDeleted } = await draftForDeal(scope, dealId, choicesOf(terms));
      if (isDeleted) throw new AppError('not-found', 'The deal is in the trash.');
      return { kind, ...additionOfHandOff(draft, place) };
    }
    case 'lose-deal':
    case 'start-initiative':
    case 'stop-project':
    case 'change-target':
      return facts;
    case 'delay-project': {
      const project = input.projects.find((one) => one.id === facts.projectId);
      const { kind, projectId, weeks } = facts;
      const days = delayedDays(project ?? { startOn: null, endOn: null }, weeks, scope.today);
      return { kind, projectId, ...days, replanned: await replanning(facts) };
    }
    case 'hire':
      return hired(facts, place, (await readCapacityCalendars(scope))(null));
    case 'leave': {
      const { kind, personId, lastDay } = facts;
      return { kind, personId, lastDay, replanned: await replanning(facts) };
    }
    case 'change-terms': {
      const { kind, personId, from, roleId, teamId } = facts;
      const term = { from: dayNumber(from), roleId, teamId };
      return { kind, personId, term, replanned: await replanning(facts) };
    }
    case 'change-reserve':
      return { kind: facts.kind, change: policyChange(facts, place) };
    case 'move-people':
      return { kind: facts.kind, people: [], replanned: await replanning(facts) };
  }
}

/** Whether the live schedule has a say in what follows. */
const replanning = ['delay-project', 'leave', 'move-people', 'change-terms'];

function replans({ kind }: ScenarioChangeFacts): boolean {
  return replanning.includes(kind);
}

/** Makes a change and tells the tasks that are others than before it. */
function replanner(scope: Scope, input: BalanceInput): Laying['replanning'] {
  let standing = new Map(input.tasks.map((task) => [task.id, wordsOf(task)]));
  const alsoOf = [...new Set(input.tasks.map((task) => task.projectId))];
  return async (facts) => {
    await act(scope, facts);
    const tasks = await listWork(scope, { alsoOf });
    const moved = tasks.filter((task) => standing.get(task.id) !== wordsOf(task));
    standing = new Map(tasks.map((task) => [task.id, wordsOf(task)]));
    return moved;
  };
}

function wordsOf(task: BalanceTask): string {
  return JSON.stringify({ ...task, assigneeIds: task.assigneeIds.toSorted() });
}

function hired(
  facts: Extract<ScenarioChangeFacts, { kind: 'hire' }>,
  place: number,
  calendar: CapacityCalendar,
): ScenarioChange {
  const { kind, name, roleId, teamId, weeklyMinutes, from } = facts;
  const id = lastId<'person'>(place);
  const term = { validFrom: null, weeklyMinutes, weekMinutes: null, roleId, teamId };
  const employment = { personId: id, joinedOn: from, leftOn: null, terms: [term], leaves: [] };
  const rates = ownRates(facts);
  return {
    kind,
    person: { id, name, capacity: personCapacity(employment, calendar) },
    rates: rates
      ? [
          {
            personId: id,
            validFrom: from,
            costPerHourMinor: rates.costRate,
            billPerHourMinor: rates.billRate,
          },
        ]
      : [],
  };
}

/** Refuses what the plan does not allow any more, in words that follow the name of the change. */
function refuseImpossible(input: BalanceInput, facts: ScenarioChangeFacts): void {
  const reason = impossible(input, facts);
  if (reason !== null) throw new AppError('wrong-state', reason);
}

function impossible(input: BalanceInput, facts: ScenarioChangeFacts): string | null {
  const project = (id: string) => input.projects.find((one) => one.id === id);
  const unless = (isThere: boolean | undefined, words: string) => (isThere ? null : words);
  switch (facts.kind) {
    case 'win-deal':
    case 'lose-deal':
      return unless(
        input.deals.some((deal) => deal.id === facts.dealId),
        'The deal is not open any more.',
      );
    case 'start-initiative':
      return startable(project(facts.projectId));
    case 'delay-project':
      return unless(project(facts.projectId) !== undefined, 'The project is gone.');
    case 'stop-project':
      return unless(project(facts.projectId)?.isCommitted, 'The project is not under way.');
    case 'hire':
      return unless(
        input.roles.some((role) => role.id === facts.roleId),
        'The role is gone.',
      );
    case 'leave':
      return leavable(
        input.people.find((one) => one.id === facts.personId),
        facts.lastDay,
      );
    case 'move-people': {
      const ends = [project(facts.fromProjectId), project(facts.toProjectId)];
      return unless(!ends.includes(undefined), 'One of the projects is gone.');
    }
    case 'change-terms':
      return movable(
        input.people.find((one) => one.id === facts.personId),
        facts,
      );
    case 'change-reserve':
      return holdable(input, facts);
    case 'change-target':
      return null;
  }
}

type Facts<Kind extends ScenarioChangeFacts['kind']> = Extract<ScenarioChangeFacts, { kind: Kind }>;

function movable(
  person: BalanceInput['people'][number] | undefined,
  { from, roleId, teamId }: Facts<'change-terms'>,
): string | null {
  if (!person) return 'The person is gone.';
  const { terms } = person.capacity;
  const on = dayNumber(from);
  if (terms.some(({ validFrom }) => validFrom === on))
    return 'Other terms of this person begin on that day already: take another day.';
  const { roleId: role, teamId: team } = termOn(person.capacity, on);
  const isSame = (roleId === null || roleId === role) && (teamId === null || teamId === team);
  return isSame ? 'They have that role and team on that day as it is.' : null;
}

function holdable(input: BalanceInput, facts: Facts<'change-reserve'>): string | null {
  const { ringFenceId, scope, fromMonth } = facts;
  if (fromMonth < monthOf(input.today))
    return 'The month is over: a ring-fence changes from this month on or later.';
  if (ringFenceId !== null) {
    const isThere = input.reserve.policies.some(({ id }) => id === ringFenceId);
    return isThere ? null : 'The ring-fence is gone.';
  }
  if (scope.kind === 'firm') return null;
  const among = { team: input.teams, role: input.roles, person: input.people }[scope.kind];
  const isThere = among.some(({ id }: { readonly id: string }) => id === scope.id);
  return isThere ? null : `The ${scope.kind} is gone.`;
}

/** The ring-fence that a change makes, or changes; a new one under the id that stands for it. */
function policyChange(facts: Facts<'change-reserve'>, place: number): PolicyChange {
  const { ringFenceId, name, scope, fromMonth, amount, moneyMinor, toMonth } = facts;
  return {
    policyId: ringFenceId ?? lastId<'ring-fence'>(place),
    name,
    scope: ringFenceScopeOf(scope),
    fromMonth,
    amount,
    moneyMinor,
    toMonth,
  };
}

function leavable(
  person: BalanceInput['people'][number] | undefined,
  lastDay: CalendarDate,
): string | null {
  if (!person) return 'The person is gone.';
  const { leftOn } = person.capacity;
  const isGone = leftOn !== null && leftOn <= dayNumber(lastDay);
  return isGone ? 'They leave by then as it is.' : null;
}

function startable(project: BalanceInput['projects'][number] | undefined): string | null {
  if (!project) return 'The initiative is gone.';
  if (project.kind !== 'initiative') return 'This is a client project: it has been sold.';
  return project.isCommitted ? 'The initiative is approved: the plan counts it already.' : null;
}
