import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { scenarios } from '@evenkeel/contract/scenarios';
import { type Balance, balance, workSums } from '@evenkeel/core/balance/balance';
import { monthMoney } from '@evenkeel/core/balance/cash';
import { lastId } from '@evenkeel/core/balance/hand-off-addition';
import type { BalanceInput } from '@evenkeel/core/balance/input';
import { reserveOutlook } from '@evenkeel/core/balance/reserve-outlook';
import { wonWork } from '@evenkeel/core/balance/scenario';
import { type ScenarioChange, withChanges } from '@evenkeel/core/balance/scenario-change';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Id, ScenarioId } from '@evenkeel/core/id';
import { AppError } from '../../../../platform/app-error.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { reschedule } from '../../../schedules/service.ts';
import { act } from '../acts/service.ts';
import { readPlan, refuseOthers, seenOf } from '../comparisons/service.ts';
import { layOver } from '../laying/service.ts';
import {
  type ChangeRecord,
  closeScenario,
  type Meant,
  namesOf,
  openScenario,
  readMeant,
  type WholeScenario,
} from '../service.ts';

/**
 * Makes a scenario true in the request's transaction: refused when what it was made of is not what was
 * shown; and after all is written, when the figures that stand then are not those that were shown.
 */
export async function applyScenario(
  scope: Scope,
  record: { readonly id: ScenarioId; readonly version: number },
  { seen, months }: BodyOf<typeof scenarios.apply>,
): Promise<WholeScenario> {
  const { scenario } = await openScenario(scope, record.id);
  if (scenario.version !== record.version)
    throw new AppError(
      'stale-version',
      'Somebody changed this scenario since you looked. Look at its figures again, then apply them.',
    );
  const meant = await readMeant(scope, [record.id]);
  const [one] = meant;
  if (!one || one.changes.length === 0)
    throw new AppError('wrong-state', 'This scenario changes nothing: there is nothing to apply.');
  const plan = await readPlan(scope, months, meant);
  await refuseOthers(scope, seen, seenOf(plan, one));
  const laid = await layOver(scope, plan.input, one.changes);
  await refuseProblems(scope, one, laid.problems);
  const shown = withChanges(plan.input, laid.changes);
  const made = await actAll(scope, one.changes);
  await reschedule(scope);
  const after = await readPlan(scope, months, meant);
  refuseDifferent(shown, renamed(after.input, made), laid.changes);
  return closeScenario(scope, { id: record.id, version: record.version });
}

/** What was made by each change, by the place of the change. */
type Made = ReadonlyMap<string, number>;

async function actAll(scope: Scope, changes: readonly ChangeRecord[]): Promise<Made> {
  const made = new Map<string, number>();
  for (const [place, change] of changes.entries()) {
    try {
      const id = await act(scope, change.facts);
      if (id !== null) made.set(id, place);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const name = await nameOf(scope, change);
      throw new AppError(error.code, `${name}: ${error.message} Nothing was changed.`, {
        issues: error.issues,
      });
    }
  }
  return made;
}

async function refuseProblems(
  scope: Scope,
  { changes }: Meant,
  problems: readonly { readonly changeId: string; readonly message: string }[],
): Promise<void> {
  if (problems.length === 0) return;
  const issues = [];
  for (const { changeId, message } of problems) {
    const change = changes.find((one) => one.id === changeId);
    const name = change ? await nameOf(scope, change) : '';
    issues.push({
      path: ['changes', changeId],
      code: 'not-allowed',
      message: `${name}: ${message}`,
    });
  }
  throw new AppError(
    'wrong-state',
    `The plan does not allow all of it any more. ${issues.map((issue) => issue.message).join(' ')} Nothing was changed.`,
    { issues },
  );
}

async function nameOf(scope: Scope, { facts }: ChangeRecord): Promise<string> {
  if (facts.kind === 'hire') return facts.name;
  if (facts.kind === 'change-target') return 'The target';
  const about = aboutOf(facts);
  if (about === null) return 'name' in facts ? facts.name : 'A change';
  return (await namesOf(scope, [about])).get(about) ?? 'A change';
}

function aboutOf(facts: Exclude<Facts, { kind: 'hire' | 'change-target' }>): string | null {
  if ('dealId' in facts) return facts.dealId;
  if ('projectId' in facts) return facts.projectId;
  return facts.kind === 'change-reserve' ? facts.ringFenceId : facts.personId;
}

type Facts = ChangeRecord['facts'];

/** The input with what was made under the ids that stood for it, so that the two can be compared. */
function renamed(input: BalanceInput, made: Made): BalanceInput {
  const placeOf = (id: string) => made.get(id);
  const idOf = <I extends Id<string>>(id: I): I => {
    const place = placeOf(id);
    // The same noun as the id that it stands for.
    return place === undefined ? id : (lastId(place) as string as I);
  };
  const tasks = groupedBy(input.tasks, (task) => task.projectId);
  const order = new Map(
    [...tasks.values()].flatMap((own) =>
      own
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((task, place) => [task.id, place] as const),
    ),
  );
  const policies = input.reserve.policies.map((policy) => ({ ...policy, id: idOf(policy.id) }));
  return {
    ...input,
    reserve: { ...input.reserve, policies },
    people: input.people.map((person) => ({ ...person, id: idOf(person.id) })),
    rates: input.rates.map((rate) =>
      'personId' in rate ? { ...rate, personId: idOf(rate.personId) } : rate,
    ),
    projects: input.projects.map((project) => ({ ...project, id: idOf(project.id) })),
    tasks: input.tasks.map((task) => {
      const place = placeOf(task.projectId);
      if (place === undefined) return task;
      const id = lastId<'task'>(place * 100_000 + (order.get(task.id) ?? 0));
      return { ...task, id, projectId: idOf(task.projectId) };
    }),
  };
}

/** Figures that are compared, in the words of the page. */
const compared: readonly (readonly [keyof Balance, string])[] = [
  ['months', 'strategic share by month'],
  ['quarters', 'strategic share by quarter'],
  ['cells', 'hours and money'],
  ['teams', 'load of teams'],
  ['roles', 'load of roles'],
  ['people', 'load of people'],
  ['finishes', 'finish dates'],
  ['initiativeHours', 'hours of initiatives'],
  ['initiatives', 'promises to initiatives'],
];

function refuseDifferent(
  shown: BalanceInput,
  made: BalanceInput,
  changes: readonly ScenarioChange[],
): void {
  const [expected, found] = [figuresOf(shown, changes), figuresOf(made, changes)];
  const differing = compared.filter(
    ([part]) => !isSame(expected.balance[part], found.balance[part]),
  );
  const names = [
    ...differing.map(([, name]) => name),
    ...(isSame(expected.money, found.money) ? [] : ['cash']),
    ...(isSame(expected.reserve, found.reserve) ? [] : ['ring-fences']),
  ];
  if (names.length === 0) return;
  const words = names.join(', ');
  throw new AppError(
    'wrong-state',
    `Applying it would not give what was shown: ${words} would be others. Nothing was changed.`,
  );
}

function figuresOf(input: BalanceInput, changes: readonly ScenarioChange[]) {
  const work = workSums(input);
  return {
    balance: balance(input, work),
    money: monthMoney(input, work.sums),
    reserve: reserveOutlook(input, wonWork(work.sums, changes)),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
