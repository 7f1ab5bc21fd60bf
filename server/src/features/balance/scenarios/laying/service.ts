import type { ScenarioChangeFacts } from '@evenkeel/contract/scenarios';
import { additionOfHandOff, lastId } from '@evenkeel/core/balance/hand-off-addition';
import type { BalanceInput, BalanceTask } from '@evenkeel/core/balance/input';
import type { ScenarioChange } from '@evenkeel/core/balance/scenario-change';
import { type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import { type CapacityCalendar, personCapacity } from '@evenkeel/core/capacity/employment';
import type { ScenarioChangeId } from '@evenkeel/core/id';
import { AppError } from '../../../../platform/app-error.ts';
import { refusalOf, takenBack } from '../../../../platform/db/savepoint.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { readCapacityCalendars } from '../../../capacity/service.ts';
import { draftForDeal } from '../../../hand-offs/service.ts';
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
    case 'move-people':
      return { kind: facts.kind, people: [], replanned: await replanning(facts) };
  }
}

/** Whether the live schedule has a say in what follows. */
function replans({ kind }: ScenarioChangeFacts): boolean {
  return kind === 'delay-project' || kind === 'leave' || kind === 'move-people';
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
    case 'change-target':
      return null;
  }
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
