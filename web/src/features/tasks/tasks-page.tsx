import type { TaskRow } from '@evenkeel/contract/tasks';
import { taskStates } from '@evenkeel/core/projects/task';
import { useCallback, useMemo } from 'react';
import { useMay } from '../../lib/session.ts';
import { Board } from '../../ui/board/board.tsx';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { SearchBox } from '../../ui/data-list/search-box.tsx';
import { useListRows } from '../../ui/data-list/use-list-rows.ts';
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx';
import { ProgressGlyph } from '../../ui/marks/progress-glyph.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListExtras } from '../record/api.ts';
import { BulkPanel } from '../record/components/bulk-panel.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useAllTasks } from './api.ts';
import { TaskBulkActions } from './components/task-bulk-actions.tsx';
import { TaskCard } from './components/task-card.tsx';
import { taskColumns, taskFilters } from './components/task-columns.tsx';
import styles from './components/tasks-page.module.css';
import { taskStateLabels, taskStateShapes } from './model.ts';
import { useTaskActions } from './use-task-actions.ts';

/** Views of all tasks, each with its own address. */
type View = 'open' | 'all' | 'board';

/** Tasks of all projects that are not done. */
export function OpenTasksPage() {
  return <TasksPage view="open" />;
}

export function AllTasksPage() {
  return <TasksPage view="all" />;
}

export function TasksBoardPage() {
  return <TasksPage view="board" />;
}

function TasksPage({ view }: { readonly view: View }) {
  const found = useAllTasks(view === 'open');
  return (
    <Page title="Tasks" layout="fill" tabs={tabsOf(view)}>
      <Loaded found={found} what="the tasks">
        {(rows) => (view === 'board' ? <TasksBoard rows={rows} /> : <TasksList rows={rows} />)}
      </Loaded>
    </Page>
  );
}

function tabsOf(view: View) {
  return [
    { label: 'Not done', href: '/tasks', active: view === 'open' },
    { label: 'Board', href: '/tasks/board', active: view === 'board' },
    { label: 'All', href: '/tasks/all', active: view === 'all' },
  ];
}

function TasksList({ rows }: { readonly rows: readonly TaskRow[] }) {
  const mayWrite = useMay('write');
  const view = useListView('tasks');
  const { state, setState } = view;
  const { columns, filters } = useTaskColumns(rows);
  return (
    <DataList
      noun={noun}
      rows={rows}
      columns={columns}
      filters={filters}
      rowKey={taskId}
      rowName={taskName}
      rowHref={taskHref}
      state={state}
      onStateChange={setState}
      exportName="tasks"
      toolbarStart={<SavedViewPicker view={view} />}
      {...(mayWrite
        ? {
            bulkActions: (selected: readonly TaskRow[], clear: () => void) => (
              <>
                <TaskBulkActions tasks={selected} onDone={clear} />
                <BulkPanel kind="task" rows={selected} onDone={clear} />
              </>
            ),
          }
        : {})}
      empty={<NoTasks />}
    />
  );
}

function TasksBoard({ rows }: { readonly rows: readonly TaskRow[] }) {
  const mayWrite = useMay('write');
  const actions = useTaskActions();
  const view = useListView('tasks');
  const { state, setState } = view;
  const { columns: searched, filters } = useTaskColumns(rows);
  const shown = useListRows({ rows, columns: searched, filters, state });
  const renderCard = useCallback(
    (task: TaskRow) => <TaskCard task={task} place={task.project.name} />,
    [],
  );
  const columns = taskStates.map((column) => ({
    id: column,
    label: taskStateLabels[column],
    mark: <ProgressGlyph shape={taskStateShapes[column]} />,
    cards: shown.filter((task) => task.state === column),
  }));
  return (
    <>
      <div className={styles['tools']}>
        <SavedViewPicker view={view} />
        <SearchBox
          label="Search tasks"
          value={state.search}
          onChange={(search) => setState({ ...state, search })}
        />
        <FilterBar
          definitions={filters}
          filters={state.filters}
          onChange={(next) => setState({ ...state, filters: next })}
        />
      </div>
      <Board<TaskRow>
        label="Tasks by state"
        columns={columns}
        cardKey={taskId}
        cardName={taskName}
        cardHref={taskHref}
        renderCard={renderCard}
        cardHeight={104}
        {...(mayWrite
          ? {
              // The columns are the states themselves.
              onMove: ({ card, to }) => void actions.setState(card, to as TaskRow['state']),
            }
          : {})}
      />
    </>
  );
}

/** Those of tasks, then tags and the firm's own fields. */
function useTaskColumns(rows: readonly TaskRow[]) {
  const extras = useListExtras<TaskRow>('task');
  return useMemo(
    () => ({
      columns: [...taskColumns, ...extras.columns],
      filters: [...taskFilters(rows), ...extras.filters],
    }),
    [rows, extras],
  );
}

function NoTasks() {
  return (
    <EmptyState
      title="No tasks"
      actions={<AppLink href="/client-projects">Go to the client projects</AppLink>}
    >
      The tasks of all client projects and initiatives stand here once their plans have some.
    </EmptyState>
  );
}

const noun = { one: 'task', many: 'tasks' };
const taskId = (task: TaskRow) => task.id;
const taskName = (task: TaskRow) => task.name;
const taskHref = (task: TaskRow) => `/tasks/${task.id}`;
