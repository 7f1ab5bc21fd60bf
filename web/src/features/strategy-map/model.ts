import type { GoalMatrixView } from '@evenkeel/contract/goal-matrix';
import type { KpiRow } from '@evenkeel/contract/kpis';
import type { ObjectiveRow } from '@evenkeel/contract/objectives';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { goalPace } from '@evenkeel/core/strategy/goal';
import type { MapItem, MapLane } from '@evenkeel/core/strategy/strategy-map';
import { standingHealth, standingLabels } from '../../lib/kpi-standing.ts';
import { projectStateLabels } from '../../lib/project-state.ts';
import { strengthInWords } from '../../lib/strength.ts';
import type { Health } from '../../ui/marks/health-mark.tsx';

export const laneLabels: Record<MapLane, string> = {
  goals: 'Goals',
  objectives: 'Objectives',
  initiatives: 'Initiatives',
  'client-projects': 'Client projects',
};

/** Something on the map as it is shown. */
export type MapEntry = MapItem & {
  readonly name: string;
  readonly href: string;
  readonly health: Health;
  /** How it stands, in a word or two. */
  readonly words: string;
};

/** A line from what helps or hurts up to what it serves. */
export type MapLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly strength: number;
  readonly words: string;
};

export type StrategyMap = {
  readonly entries: readonly MapEntry[];
  readonly links: readonly MapLink[];
};

/**
 * The map of a firm's strategy: every goal with its objectives, live initiatives, and those client
 * projects that serve a goal; the others would only fill the picture.
 */
export function strategyMap(
  matrix: GoalMatrixView,
  objectives: readonly ObjectiveRow[],
  { kpis, late }: { readonly kpis: readonly KpiRow[]; readonly late: ReadonlySet<string> },
): StrategyMap {
  const links: MapLink[] = matrix.cells
    .filter((cell) => cell.strength !== 0)
    .map(({ projectId, goalId, strength }) => ({
      id: `${projectId} ${goalId}`,
      from: projectId,
      to: goalId,
      strength,
      words: strengthInWords(strength),
    }));
  const parts = objectives.map(({ id, goal }) => ({
    id: `${id} ${goal.id}`,
    from: id,
    to: goal.id,
    strength: 1,
    words: 'Part of',
  }));
  return {
    entries: [
      ...goalEntries(matrix),
      ...objectiveEntries(objectives, kpis),
      ...workEntries(matrix, links, late),
    ],
    links: [...parts, ...links],
  };
}

function goalEntries(matrix: GoalMatrixView): readonly MapEntry[] {
  const alone = new Set(matrix.goalsWithoutInitiative);
  return matrix.goals.map(({ id, name, standing }) => ({
    id,
    lane: 'goals',
    parents: [],
    name,
    href: `/goals/${id}`,
    health: standingHealth[standing],
    words: alone.has(id) ? `${standingLabels[standing]}, no initiative` : standingLabels[standing],
  }));
}

function objectiveEntries(
  objectives: readonly ObjectiveRow[],
  kpis: readonly KpiRow[],
): readonly MapEntry[] {
  return objectives.map(({ id, name, goal }) => {
    const own = kpis.filter((kpi) => kpi.objective?.id === id).map((kpi) => kpi.pace);
    const { standing } = goalPace(own);
    return {
      id,
      lane: 'objectives',
      parents: [goal.id],
      name,
      href: `/goals/${goal.id}`,
      health: standingHealth[standing],
      words: standingLabels[standing],
    };
  });
}

function workEntries(
  matrix: GoalMatrixView,
  links: readonly MapLink[],
  late: ReadonlySet<string>,
): readonly MapEntry[] {
  const alone = new Set(matrix.initiativesWithoutGoal);
  return matrix.projects.flatMap((project) => {
    const { id, kind } = project;
    const parents = links.filter((link) => link.from === id).map((link) => link.to);
    if (kind === 'client' && parents.length === 0) return [];
    const standing = workStanding(project.state, { isLate: late.has(id), isAlone: alone.has(id) });
    return [
      kind === 'client'
        ? {
            id,
            parents,
            name: project.name,
            lane: 'client-projects' as const,
            href: `/client-projects/${id}`,
            ...standing,
          }
        : {
            id,
            parents,
            name: project.name,
            lane: 'initiatives' as const,
            href: `/initiatives/${id}`,
            ...standing,
          },
    ];
  });
}

function workStanding(
  state: ProjectState,
  { isLate, isAlone }: { readonly isLate: boolean; readonly isAlone: boolean },
): Pick<MapEntry, 'health' | 'words'> {
  const said = projectStateLabels[state];
  if (isLate) return { health: 'off-track', words: `${said}, late` };
  if (isAlone) return { health: 'at-risk', words: `${said}, no goal` };
  return { health: 'unknown', words: said };
}

/** Work whose end has passed while it still runs. */
export function lateWork(
  rows: readonly {
    readonly id: string;
    readonly state: ProjectState;
    readonly endOn: CalendarDate | null;
  }[],
  today: CalendarDate,
): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ state, endOn }) => state === 'executing' && endOn !== null && endOn < today)
      .map(({ id }) => id),
  );
}
