import type { TaskRow } from '@evenkeel/contract/tasks';
import { taskStates } from '@evenkeel/core/projects/task';
import { projectKinds } from '@evenkeel/core/projects/template';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText, EffortText } from '../../../ui/marks/values.tsx';
import { attentionLabels, attentions, attentionsOf } from '../attention.ts';
import { effortOf, taskStateLabels, taskStateShapes } from '../model.ts';
import { AssigneeMarks } from './assignees.tsx';
import styles from './task-columns.module.css';

/** The columns of tasks of all projects. */
export const taskColumns: readonly Column<TaskRow>[] = [
  { id: 'name', label: 'Task', width: 240, grow: true, value: ({ name }) => name },
  {
    id: 'number',
    label: 'ID',
    width: 92,
    hidden: true,
    value: ({ number }) => recordNumber('task', number),
    sortValue: ({ number }) => number,
  },
  {
    id: 'project',
    label: 'Project',
    width: 190,
    value: ({ project }) => project.name,
    cell: ({ project }) => (
      <span className={styles['project']}>
        <KindDot kind={project.kind} label={kindLabels[project.kind]} />
        <span>{project.name}</span>
      </span>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: 100,
    value: ({ state }) => taskStateLabels[state],
    sortValue: ({ state }) => taskStates.indexOf(state),
    cell: ({ state }) => (
      <StageMark label={taskStateLabels[state]} shape={taskStateShapes[state]} />
    ),
  },
  {
    id: 'people',
    label: 'People',
    width: 150,
    value: ({ assignees }) => assignees.map(({ name }) => name).join(', '),
    cell: ({ assignees }) =>
      assignees.length > 0 ? <AssigneeMarks assignees={assignees} /> : null,
  },
  { id: 'role', label: 'Role', width: 130, hidden: true, value: ({ role }) => role?.name },
  {
    id: 'startOn',
    label: 'Start',
    width: 108,
    hidden: true,
    value: ({ startOn }) => startOn,
    cell: ({ startOn }) => <DateText date={startOn} />,
  },
  {
    id: 'dueOn',
    label: 'Due',
    width: 108,
    value: ({ dueOn }) => dueOn,
    cell: ({ dueOn, state }) => (
      <DateText date={dueOn} {...(state === 'done' ? {} : { lateAfter: readerToday() })} />
    ),
  },
  {
    id: 'estimate',
    label: 'Estimate',
    width: 92,
    align: 'end',
    value: (task) => effortOf(task).estimateMinutes,
    cell: (task) => <EffortText minutes={effortOf(task).estimateMinutes} />,
  },
  effortColumn('optimistic', 'Optimistic', (task) => task.optimisticMinutes),
  effortColumn('pessimistic', 'Pessimistic', (task) => task.pessimisticMinutes),
  {
    id: 'logged',
    label: 'Logged',
    width: 92,
    align: 'end',
    value: (task) => effortOf(task).loggedMinutes,
    cell: (task) => <EffortText minutes={effortOf(task).loggedMinutes} />,
  },
  {
    id: 'attention',
    label: 'Not complete',
    width: 190,
    value: (task) =>
      attentionsOf(task, readerToday())
        .map((one) => attentionLabels[one])
        .join(', '),
    cell: (task) => <Attentions task={task} />,
  },
];

function effortColumn(
  id: string,
  label: string,
  minutes: (task: TaskRow) => number | null,
): Column<TaskRow> {
  return {
    id,
    label,
    width: 92,
    align: 'end',
    hidden: true,
    value: minutes,
    cell: (task) => <EffortText minutes={minutes(task)} />,
  };
}

/** What tasks of all projects are narrowed by. */
export function taskFilters(rows: readonly TaskRow[]): FilterDefinition<TaskRow>[] {
  const today = readerToday();
  return [
    {
      id: 'attention',
      label: 'Not complete',
      kind: 'choice',
      choices: attentions.map((one) => ({ value: one, label: attentionLabels[one] })),
      value: (task) => attentionsOf(task, today),
    },
    {
      id: 'kind',
      label: 'Kind of work',
      kind: 'choice',
      choices: projectKinds.map((kind) => ({ value: kind, label: kindLabels[kind] })),
      value: ({ project }) => project.kind,
    },
    {
      id: 'project',
      label: 'Project',
      kind: 'choice',
      choices: named(rows.map(({ project }) => project)),
      value: ({ project }) => project.id,
    },
    {
      id: 'people',
      label: 'People',
      kind: 'choice',
      marks: 'person',
      choices: named(rows.flatMap(({ assignees }) => assignees)),
      value: ({ assignees }) => assignees.map(({ id }) => id),
    },
    {
      id: 'state',
      label: 'State',
      kind: 'choice',
      choices: taskStates.map((state) => ({ value: state, label: taskStateLabels[state] })),
      value: ({ state }) => state,
    },
    {
      id: 'role',
      label: 'Role',
      kind: 'choice',
      choices: named(rows.flatMap(({ role }) => role ?? [])),
      value: ({ role }) => role?.id,
    },
    { id: 'dueOn', label: 'Due', kind: 'date', value: ({ dueOn }) => dueOn },
    {
      id: 'sort',
      label: 'Sort of task',
      kind: 'choice',
      choices: [
        { value: 'milestone', label: 'Milestone' },
        { value: 'recurring', label: 'Comes again' },
        { value: 'parent', label: 'Has sub-tasks' },
      ],
      value: ({ isMilestone, recurrenceId, subTasks }) => [
        ...(isMilestone ? ['milestone'] : []),
        ...(recurrenceId ? ['recurring'] : []),
        ...(subTasks ? ['parent'] : []),
      ],
    },
  ];
}

function Attentions({ task }: { readonly task: TaskRow }) {
  const found = attentionsOf(task, readerToday());
  const [first, ...others] = found;
  if (!first) return null;
  const words = found.map((one) => attentionLabels[one]).join(', ');
  return (
    <span className={styles['attention']} title={words}>
      {attentionLabels[first]}
      {others.length > 0 ? ` +${others.length}` : ''}
    </span>
  );
}

function named(records: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
