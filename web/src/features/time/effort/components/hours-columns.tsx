import type { EffortFigures, EffortRow } from '@evenkeel/contract/effort';
import type { ReactNode } from 'react';
import type { Column } from '../../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../../ui/filter-bar/filter.ts';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { KindDot, kindLabels } from '../../../../ui/marks/kind-badge.tsx';
import { AccountMark, PersonMark } from '../../../../ui/marks/record-marks.tsx';
import { EffortText, Nothing } from '../../../../ui/marks/values.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { entriesHref } from '../../model.ts';
import type { DayRange } from '../../ranges.ts';
import type { EffortGrouping } from '../api.ts';
import styles from './hours.module.css';
import { HoursPicture } from './hours-picture.tsx';

type Figure = keyof EffortFigures;

/** The line's own name: what it is about, within its project. */
export function lineName(row: EffortRow, by: EffortGrouping): string {
  if (by === 'task') return row.task?.name ?? 'On the project as a whole';
  if (by === 'person') return row.person?.name ?? 'Nobody yet';
  return row.project.name;
}

/** Columns for a grouping; logged figures lead to their entries. */
export function hoursColumns(by: EffortGrouping, days: DayRange): Column<EffortRow>[] {
  const project: Column<EffortRow> = {
    id: 'project',
    label: 'Project',
    width: 210,
    value: (row) => row.project.name,
    cell: (row) => <ProjectName row={row} />,
  };
  return [
    {
      id: 'name',
      label: { project: 'Project', task: 'Task', person: 'Person' }[by],
      width: 240,
      grow: true,
      value: (row) => lineName(row, by),
      cell: (row) => <LineName row={row} by={by} />,
    },
    ...(by === 'project' ? [] : [project]),
    {
      id: 'account',
      label: 'Account',
      width: 150,
      hidden: by !== 'project',
      value: (row) => row.project.account?.name,
      cell: (row) =>
        row.project.account ? <AccountMark account={row.project.account} /> : <Nothing />,
    },
    figure('estimate', 'Estimated', 'estimateMinutes'),
    figure('planned', 'Planned', 'plannedMinutes'),
    {
      ...figure('logged', 'Logged', 'loggedMinutes'),
      cell: (row) => (
        <FigureLink minutes={row.loggedMinutes} href={entriesHref(behind(row, by, days))} />
      ),
    },
    figure('billable', 'Billable', 'billableMinutes'),
    figure('toGo', 'To go', 'toGoMinutes'),
    {
      id: 'picture',
      label: 'Side by side',
      width: 150,
      sortable: false,
      value: () => null,
      cell: (row) => <HoursPicture row={row} />,
    },
  ];
}

/** What can be filtered: kind, account, project, person, and whether something is off. */
export function hoursFilters(rows: readonly EffortRow[]): FilterDefinition<EffortRow>[] {
  const choices = (of: (row: EffortRow) => { id: string; name: string } | null) => {
    const named = new Map(
      rows.flatMap((row) => {
        const found = of(row);
        return found ? [[found.id, found.name] as const] : [];
      }),
    );
    return [...named]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label));
  };
  return [
    {
      id: 'kind',
      label: 'Kind',
      kind: 'choice',
      choices: Object.entries(kindLabels).map(([value, label]) => ({ value, label })),
      value: (row) => row.project.kind,
    },
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      choices: choices((row) => row.project.account),
      value: (row) => row.project.account?.id,
      marks: 'account',
    },
    {
      id: 'project',
      label: 'Project',
      kind: 'choice',
      choices: choices((row) => row.project),
      value: (row) => row.project.id,
    },
    {
      id: 'person',
      label: 'Person',
      kind: 'choice',
      choices: choices((row) => row.person),
      value: (row) => row.person?.id,
      marks: 'person',
    },
    {
      id: 'off',
      label: 'Look at',
      kind: 'choice',
      choices: [
        { value: 'over', label: 'Logged more than estimated' },
        { value: 'nobody', label: 'Hours that nobody is on' },
        { value: 'unestimated', label: 'Logged without an estimate' },
      ],
      value: (row) => offOf(row),
    },
  ];
}

function offOf(row: EffortFigures): string[] {
  return [
    ...(row.estimateMinutes > 0 && row.loggedMinutes > row.estimateMinutes ? ['over'] : []),
    ...(row.plannedMinutes < row.estimateMinutes ? ['nobody'] : []),
    ...(row.estimateMinutes === 0 && row.loggedMinutes > 0 ? ['unestimated'] : []),
  ];
}

function figure(id: string, label: string, name: Figure): Column<EffortRow> {
  return {
    id,
    label,
    width: 92,
    align: 'end',
    value: (row) => row[name],
    cell: (row) => <EffortText minutes={row[name] || null} />,
    exportValue: (row) => row[name] / 60,
    total: (rows) => formatEffort(rows.reduce((sum, row) => sum + row[name], 0)),
  };
}

function behind(row: EffortRow, by: EffortGrouping, days: DayRange) {
  const asked = { days, projectId: row.project.id };
  if (by === 'task' && row.task) return { ...asked, search: row.task.name };
  return by === 'person' && row.person ? { ...asked, personId: row.person.id } : asked;
}

function FigureLink({ minutes, href }: { readonly minutes: number; readonly href: string }) {
  if (minutes === 0) return <Nothing />;
  return (
    <AppLink href={href} className={styles['figure']}>
      <EffortText minutes={minutes} />
    </AppLink>
  );
}

function ProjectName({ row }: { readonly row: EffortRow }): ReactNode {
  return (
    <span className={styles['name']}>
      <KindDot kind={row.project.kind} />
      <span className={styles['text']}>{row.project.name}</span>
    </span>
  );
}

function LineName({ row, by }: { readonly row: EffortRow; readonly by: EffortGrouping }) {
  if (by === 'project') return <ProjectName row={row} />;
  if (by === 'person' && row.person) return <PersonMark person={row.person} />;
  const isNobody = by === 'person' || row.task === null;
  return <span className={isNobody ? styles['dim'] : undefined}>{lineName(row, by)}</span>;
}
