import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { WinView, wins } from '@evenkeel/contract/wins';
import { addDays } from '@evenkeel/core/calendar-date';
import { hasMovedWell } from '@evenkeel/core/strategy/small-win';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** What is looked at before those that moved the wrong way are left out. */
const mostLooked = 1_000;

/** Small wins, newest first: read from milestones and actuals, so that nobody has to report them (ST-11). */
export async function listWins(
  scope: Scope,
  { initiativeId, days, limit }: QueryOf<typeof wins.list>,
): Promise<WinView[]> {
  const since = addDays(scope.today, -days);
  const window = { since, projectId: initiativeId ?? null, limit: mostLooked };
  const milestones = await repository.listMilestones(scope, window);
  const moved = (await repository.listMovedKpis(scope, window)).filter(
    ({ direction, before, value }) => hasMovedWell(direction, Number(before), Number(value)),
  );
  return [...milestones.map(milestoneWin), ...moved.map(kpiWin)]
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, limit);
}

function milestoneWin(milestone: repository.MilestoneRecord): WinView {
  return {
    id: milestone.id,
    kind: 'milestone',
    on: milestone.on,
    name: milestone.name,
    initiatives: [{ id: milestone.project_id, name: milestone.project_name }],
    goal: null,
    move: null,
    people: [...milestone.people],
  };
}

function kpiWin(moved: repository.MovedKpiRecord): WinView {
  return {
    id: moved.id,
    kind: 'kpi',
    on: moved.on,
    name: moved.name,
    initiatives: [...moved.initiatives],
    goal: { id: moved.goal_id, name: moved.goal_name },
    move: { from: Number(moved.before), to: Number(moved.value), unit: moved.unit },
    people: [...moved.people],
  };
}
