import type { balance as balanceContract } from '@evenkeel/contract/balance';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { type Balance, balance } from '@evenkeel/core/balance/balance';
import type {
  BalanceAllocation,
  BalanceInput,
  BalanceTask,
  ReserveFacts,
  TentativeMeasure,
} from '@evenkeel/core/balance/input';
import { type Certainty, certainties } from '@evenkeel/core/balance/load';
import { coveredRange, quartersAround } from '@evenkeel/core/balance/mix';
import {
  type CalendarDate,
  later,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import { isOpenState } from '@evenkeel/core/capacity/allocation';
import { invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { listStanding } from '../allocations/service.ts';
import { listCapacities, readFirmCapacity } from '../capacity/service.ts';
import { reserveFacts } from '../ring-fence/service.ts';
import { canSeeMoney } from './policy.ts';
import * as repository from './repository.ts';
import * as work from './work/repository.ts';

export { canSeeMoney } from './policy.ts';
export { markSeen } from './repository.ts';

/** The input of a calculation, and the target with the version it was read at. */
export type Gathered = {
  readonly input: BalanceInput;
  readonly target: repository.TargetRecord;
  /** Whether whoever asked may see what follows from rates. */
  readonly showsMoney: boolean;
};

export type BalanceFound = Gathered & { readonly figures: Balance };

/** The days to look at, and how open deals count. */
export type View = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly tentative: TentativeMeasure;
};

/** What is read of the work: all of it unless less will do. */
export type Reading = {
  readonly sources?: readonly Certainty[];
  /** Days whose time entries are read. */
  readonly days?: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly whose?: work.WorkOf;
  /** Whether ring-fences and what is lent of them are read as well. */
  readonly withReserve?: boolean;
};

const noReserve: ReserveFacts = { policies: [], entries: [] };

/** Five years either way: what is shown month by month stays readable, and quick. */
const mostMonths = 60;

/** Everything the calculation reads, in a handful of queries. */
export async function gather(
  scope: Scope,
  view: View,
  { sources = certainties, days, whose = {}, withReserve = false }: Reading = {},
): Promise<Gathered> {
  const { from, to } = view;
  const covered = days ?? coveredRange({ today: scope.today, from, to });
  const reads = (source: Certainty) => sources.includes(source);
  // Tentative hours of a month are those beyond its planned ones.
  const readsWork = reads('planned') || reads('tentative');
  const target = await repository.findTarget(scope);
  const input: BalanceInput = {
    today: scope.today,
    from,
    to,
    currency: scope.actor.currency,
    target,
    tentativeMeasure: view.tentative,
    teams: await repository.listTeams(scope),
    roles: await repository.listRoles(scope),
    people: await listCapacities(scope),
    rates: await repository.listRates(scope),
    projects: await repository.listProjects(scope),
    tasks: readsWork ? await work.listTasks(scope, whose) : [],
    allocations: readsWork ? await listAllocations(scope) : [],
    firmCapacity: await readFirmCapacity(scope),
    reserve: withReserve ? await reserveFacts(scope, view) : noReserve,
    logs: reads('logged') ? await work.listLogs(scope, covered, whose) : [],
    deals: reads('tentative') ? await repository.listOpenDeals(scope) : [],
  };
  return { input, target, showsMoney: canSeeMoney(scope.actor) };
}

export async function viewBalance(
  scope: Scope,
  query: QueryOf<typeof balanceContract.view>,
): Promise<BalanceFound> {
  const gathered = await gather(scope, viewOf(scope, query));
  return { ...gathered, figures: balance(gathered.input) };
}

/** The view that is shown unless another is asked for: the last quarter to the next. */
export function viewOf(scope: Scope, query: QueryOf<typeof balanceContract.view>): View {
  const [previous, , next] = quartersAround(scope.today);
  const from = query.from ? monthStart(query.from) : previous.from;
  const to = query.to ? monthEnd(query.to) : monthEnd(monthOf(later(next.to, from)));
  if (to < from) throw invalid(['to'], 'too-early', 'is before the first month');
  if (monthsBetween(from, to).length > mostMonths)
    throw invalid(['to'], 'too-late', `is more than ${mostMonths} months after the first`);
  return { from, to, tentative: query.tentative };
}

/** Allocations of this month and later ones to projects that are open. */
async function listAllocations(scope: Scope): Promise<BalanceAllocation[]> {
  const from = monthStart(monthOf(scope.today));
  const standing = await listStanding(scope, { from });
  return standing
    .filter(({ projectState }) => isOpenState(projectState))
    .map(({ id, projectId, personId, roleId, startOn, endOn, effort, certainty }) => {
      return { id, projectId, personId, roleId, startOn, endOn, effort, certainty };
    });
}

/** Open tasks that take time, of committed projects and of those named. */
export function listWork(scope: Scope, whose: work.WorkOf): Promise<BalanceTask[]> {
  return work.listTasks(scope, whose);
}

/** The target with the version to change it on. */
export function readTarget(scope: Scope): Promise<repository.TargetRecord> {
  return repository.findTarget(scope);
}

export async function setTarget(
  scope: Scope,
  version: number,
  target: { shareBasisPoints: number; toleranceBasisPoints: number },
): Promise<repository.TargetRecord> {
  await repository.updateTarget(scope, version, target);
  return repository.findTarget(scope);
}
