import { createHash } from 'node:crypto';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { scenarios } from '@evenkeel/contract/scenarios';
import type { ScenarioGoal } from '@evenkeel/core/balance/goals-at-risk';
import type { BalanceInput } from '@evenkeel/core/balance/input';
import { sumAmounts } from '@evenkeel/core/balance/load';
import { quartersAround } from '@evenkeel/core/balance/mix';
import {
  type LivePlan,
  livePlan,
  type ScenarioFigures,
  scenarioFigures,
  scenarioRows,
} from '@evenkeel/core/balance/scenario';
import { withChanges } from '@evenkeel/core/balance/scenario-change';
import { addMonths, monthEnd, monthOf } from '@evenkeel/core/calendar-date';
import type { ProjectId, ScenarioId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../../platform/app-error.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { lastChange } from '../../../schedules/service.ts';
import { wordsOfRows } from '../../rows/service.ts';
import { type Gathered, gather } from '../../service.ts';
import { type LaidOver, layOver } from '../laying/service.ts';
import { type Meant, namesOf, readMeant, type ScenarioRecord } from '../service.ts';
import * as repository from './repository.ts';

export type Plan = Gathered & { readonly live: LivePlan; readonly seen: string };

export type ComparedColumn = {
  readonly scenario: ScenarioRecord | null;
  readonly laid: LaidOver;
  readonly figures: ScenarioFigures;
  /** The plan with the changes laid over it. */
  readonly input: BalanceInput;
  readonly seen: string;
};

export type Comparison = Plan & { readonly columns: readonly ComparedColumn[] };

export async function compareScenarios(
  scope: Scope,
  { scenarioIds, months }: BodyOf<typeof scenarios.compare>,
): Promise<Comparison> {
  const meant = await readMeant(scope, scenarioIds);
  const plan = await readPlan(scope, months, meant);
  const columns: ComparedColumn[] = [
    {
      scenario: null,
      laid: { changes: [], problems: [] },
      figures: scenarioFigures(plan.live, []),
      input: plan.input,
      seen: plan.seen,
    },
  ];
  for (const one of meant) {
    const laid = await layOver(scope, plan.input, one.changes);
    const figures = scenarioFigures(plan.live, laid.changes);
    const input = withChanges(plan.input, laid.changes);
    columns.push({ scenario: one.scenario, laid, figures, input, seen: seenOf(plan, one) });
  }
  return { ...plan, columns };
}

/** Everything that figures are made of, from the quarter's first month on. */
export async function readPlan(
  scope: Scope,
  months: number,
  meant: readonly Pick<Meant, 'changes'>[],
): Promise<Plan> {
  const gathered = await gather(scope, viewOfScenarios(scope, months), {
    whose: { alsoOf: projectsIn(meant) },
    withReserve: true,
  });
  const goals = await repository.listGoals(scope);
  const live = livePlan(gathered.input, goals);
  const seen = `${await lastChange(scope)}.${digestOf(live.input, goals)}`;
  return { ...gathered, live, seen };
}

/** What the figures of one scenario are made of: the plan, and the changes themselves. */
export function seenOf(plan: Plan, { changes }: Pick<Meant, 'changes'>): string {
  const own = changes.map(({ id, facts }) => [id, facts]);
  return `${plan.seen}.${hashed(JSON.stringify(own)).slice(0, 16)}`;
}

/** Refuses when the figures were made of something else, naming what was written since. */
export async function refuseOthers(scope: Scope, seen: string, now: string): Promise<void> {
  const [last = '', ...rest] = seen.split('.');
  if (rest.join('.') === now.split('.').slice(1).join('.')) return;
  if (!/^\d{1,18}$/.test(last)) throw invalid(['seen'], 'unknown', 'is not of a comparison');
  const words = (await namedWrites(scope, last)).join(', ');
  throw new AppError(
    'stale-version',
    `The plan is not the one that was shown: ${words || 'a day has passed, or something in it was changed'}. Nothing was changed. Look at the figures again, then apply them.`,
  );
}

/** The rows behind a figure of one scenario, the largest first. */
export async function findScenarioRows(
  scope: Scope,
  id: ScenarioId,
  { limit, ...filter }: BodyOf<typeof scenarios.rows>,
) {
  if (filter.to < filter.from) throw invalid(['to'], 'too-early', 'is before the first day');
  const [meant] = await readMeant(scope, [id]);
  const changes = meant?.changes ?? [];
  const view = { from: filter.from, to: filter.to, tentative: 'weighted' } as const;
  const gathered = await gather(scope, view, {
    days: view,
    whose: { alsoOf: projectsIn([{ changes }]), withIds: true },
  });
  const laid = await layOver(scope, gathered.input, changes);
  const certainties = ['logged', 'planned'] as const;
  const all = scenarioRows(gathered.input, laid.changes, { ...filter, certainties });
  const rows = all.sort((a, b) => b.minutes - a.minutes).slice(0, limit);
  const words = await wordsOfRows(scope, rows);
  const newTasks = laid.changes.flatMap((one) => (one.kind === 'win-deal' ? one.tasks : []));
  return {
    ...gathered,
    input: withChanges(gathered.input, laid.changes),
    rows,
    words: { ...words, tasks: [...words.tasks, ...newTasks] },
    total: all.length,
    nextCursor: null,
    sum: sumAmounts(all),
  };
}

function viewOfScenarios(scope: Scope, months: number) {
  const [, current] = quartersAround(scope.today);
  const last = addMonths(monthOf(scope.today), months - 1);
  return { from: current.from, to: monthEnd(last), tentative: 'weighted' } as const;
}

/** Projects whose tasks count although nothing has been decided about them yet. */
function projectsIn(meant: readonly Pick<Meant, 'changes'>[]): ProjectId[] {
  const ids = meant.flatMap(({ changes }) =>
    changes.flatMap(({ facts }) => {
      if (facts.kind === 'move-people') return [facts.fromProjectId, facts.toProjectId];
      return 'projectId' in facts ? [facts.projectId] : [];
    }),
  );
  return [...new Set(ids)].sort();
}

/** One short text for everything that figures are made of, whatever the order it comes in. */
function digestOf(input: BalanceInput, goals: readonly ScenarioGoal[]): string {
  const logs = input.logs
    .map(({ personId, projectId, isBillable, days, minutes }) => {
      let [sum, moment] = [0, 0];
      for (const [place, worked] of minutes.entries()) {
        sum += worked;
        moment += worked * (days[place] ?? 0);
      }
      return `${personId} ${projectId} ${isBillable} ${days.length} ${sum} ${moment}`;
    })
    .sort();
  const tasks = input.tasks.map((task) => ({ ...task, assigneeIds: task.assigneeIds.toSorted() }));
  return hashed(JSON.stringify({ ...input, tasks, logs, goals })).slice(0, 32);
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function namedWrites(scope: Scope, after: string): Promise<string[]> {
  const writes = await repository.listWrites(scope, after);
  const nameOf = await namesOf(
    scope,
    writes.map((write) => write.root_id),
  );
  return writes.map(({ root, root_id, by }) => {
    const name = nameOf.get(root_id);
    const what = name ? `${name} (${root})` : `the ${root}`;
    return by === null ? what : `${what} by ${by}`;
  });
}
