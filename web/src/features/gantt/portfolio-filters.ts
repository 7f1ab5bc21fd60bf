import type { ProjectRow } from '@evenkeel/contract/projects';
import { projectStateLabels } from '../../lib/project-state.ts';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';

type Choice = { readonly value: string; readonly label: string };

const states = ['considered', 'proposed', 'approved', 'executing', 'completed'] as const;

/** By what the portfolio is narrowed: kind, state, team, who manages or owns it, account. */
export function portfolioFilters(
  projects: readonly ProjectRow[],
): readonly FilterDefinition<ProjectRow>[] {
  return [
    {
      id: 'state',
      label: 'State',
      kind: 'choice',
      choices: states.map((value) => ({ value, label: projectStateLabels[value] })),
      value: ({ state }) => state,
    },
    {
      id: 'kind',
      label: 'Kind',
      kind: 'choice',
      choices: [
        { value: 'client', label: 'Client project' },
        { value: 'initiative', label: 'Initiative' },
      ],
      value: ({ kind }) => kind,
    },
    {
      id: 'person',
      label: 'Person',
      kind: 'choice',
      marks: 'person',
      choices: choicesOf(projects.flatMap(({ owner, projectManager }) => [owner, projectManager])),
      value: ({ owner, projectManager }) =>
        [owner?.id, projectManager?.id].filter((id) => id !== undefined),
    },
    {
      id: 'team',
      label: 'Team',
      kind: 'choice',
      choices: choicesOf(projects.map(({ team }) => team)),
      value: ({ team }) => team?.id,
    },
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      choices: choicesOf(projects.map((project) => accountOf(project))),
      value: (project) => accountOf(project)?.id,
    },
  ];
}

type Named = { readonly id: string; readonly name: string } | null;

function accountOf(project: ProjectRow): Named {
  return project.kind === 'client' ? project.account : null;
}

function choicesOf(records: readonly Named[]): Choice[] {
  const names = new Map(records.flatMap((record) => (record ? [[record.id, record.name]] : [])));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
