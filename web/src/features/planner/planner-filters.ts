import type { PlannerView } from '@evenkeel/contract/allocations';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import type { PlannerPerson } from './lanes.ts';

/** A person, or a placeholder, as filters see them. */
export type PlannedLine = {
  readonly name: string;
  readonly teamId: string | null;
  readonly roleId: string | null;
  readonly skillIds: readonly string[];
  /** Kinds of the work they are on in these days. */
  readonly kinds: readonly string[];
  readonly projectIds: readonly string[];
  readonly isOver: boolean;
};

/** By what the planner is narrowed. */
export function plannerFilters(view: PlannerView): readonly FilterDefinition<PlannedLine>[] {
  const busy = new Set(view.allocations.map(({ projectId }) => projectId));
  return [
    {
      id: 'team',
      label: 'Team',
      kind: 'choice',
      choices: choicesOf(view.teams),
      value: ({ teamId }) => teamId,
    },
    {
      id: 'role',
      label: 'Role',
      kind: 'choice',
      choices: choicesOf(view.roles),
      value: ({ roleId }) => roleId,
    },
    {
      id: 'skill',
      label: 'Skill',
      kind: 'choice',
      choices: choicesOf(view.skills),
      value: ({ skillIds }) => skillIds,
    },
    {
      id: 'kind',
      label: 'Kind of work',
      kind: 'choice',
      choices: [
        { value: 'client', label: 'Client project' },
        { value: 'initiative', label: 'Initiative' },
      ],
      value: ({ kinds }) => kinds,
    },
    {
      id: 'project',
      label: 'Project',
      kind: 'choice',
      choices: choicesOf(view.projects.filter(({ id }) => busy.has(id))),
      value: ({ projectIds }) => projectIds,
    },
    {
      id: 'load',
      label: 'Load',
      kind: 'choice',
      choices: [{ value: 'over', label: 'Over-allocated' }],
      value: ({ isOver }) => (isOver ? 'over' : null),
    },
  ];
}

/** Whether a line is meant by typed text: its name, or the name of its role or team. */
export function isMeant(search: string, ...texts: readonly string[]): boolean {
  const wanted = search.trim().toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}

export function skillIdsOf({ skills }: PlannerPerson): readonly string[] {
  return skills.map(({ id }) => id);
}

function choicesOf(rows: readonly { readonly id: string; readonly name: string }[]) {
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
