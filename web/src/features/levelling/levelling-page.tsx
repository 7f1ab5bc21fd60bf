import type { LevellingRow, LevellingView } from '@evenkeel/contract/levelling';
import type { LevellingRunId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { formatInstant } from '../../ui/format/date.ts';
import { formatHours } from '../../ui/format/effort.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useLevelling, useLevellings } from './api.ts';
import { RunBody, type RunView } from './components/run-body.tsx';
import { LevelButton, RunMenu, RunPrimary } from './components/run-buttons.tsx';
import { stateWords } from './model.ts';

/** The latest plan for all projects on the people they share (PM-03, PM-08). */
export function LevellingPage() {
  const found = useLevellings();
  const mayManage = useMay('manage');
  return (
    <Loaded found={found} what="the levellings">
      {({ rows: [latest] }) =>
        latest ? (
          <Run id={latest.id} view="tasks" />
        ) : (
          <Page title="Levelling">
            <EmptyState
              icon={<IconArrowsJoin size={20} stroke={1.6} />}
              title="Nothing was levelled yet"
              actions={mayManage ? <LevelButton label="Level all projects" /> : null}
            >
              Levelling finds days for the open work of all projects at once, so that nobody is
              booked beyond their hours and promises are kept as well as can be. It proposes;
              nothing moves before somebody accepts.
            </EmptyState>
          </Page>
        )
      }
    </Loaded>
  );
}

export function LevellingTasksPage() {
  return <Run id={useRunId()} view="tasks" />;
}

export function LevellingProjectsPage() {
  return <Run id={useRunId()} view="projects" />;
}

export function LevellingPeoplePage() {
  return <Run id={useRunId()} view="people" />;
}

const list = { label: 'Levelling', href: '/levelling/all' };

function useRunId(): LevellingRunId {
  // The route's parameter is an id; one that is none is not found.
  return usePathParameter('runId') as LevellingRunId;
}

function Run({ id, view }: { readonly id: LevellingRunId; readonly view: RunView }) {
  const found = useLevelling(id);
  return (
    <LoadedRecord found={found} noun="levelling" list={list}>
      {(run) => <RunPage run={run} view={view} />}
    </LoadedRecord>
  );
}

function RunPage({ run, view }: { readonly run: LevellingView; readonly view: RunView }) {
  const mayManage = useMay('manage');
  const at = (part: string) => `/levelling/${run.id}${part}`;
  return (
    <Page
      title={`Levelling ${run.number}`}
      layout="fill"
      actions={mayManage ? <RunMenu run={run} /> : null}
      primary={mayManage ? <RunPrimary run={run} /> : null}
      tabs={[
        { label: 'Tasks', href: at(''), active: view === 'tasks' },
        { label: 'Projects', href: at('/projects'), active: view === 'projects' },
        { label: 'People', href: at('/people'), active: view === 'people' },
        { label: 'All levellings', href: '/levelling/all', active: false },
      ]}
    >
      <RunBody run={run} view={view} mayManage={mayManage} />
    </Page>
  );
}

/** Every levelling, latest first. */
export function LevellingsPage() {
  const found = useLevellings();
  const mayManage = useMay('manage');
  return (
    <Page
      title="Levelling"
      layout="fill"
      primary={mayManage ? <LevelButton label="Level now" /> : null}
      tabs={[
        { label: 'Latest', href: '/levelling', active: false },
        { label: 'All levellings', href: '/levelling/all', active: true },
      ]}
    >
      <Loaded found={found} what="the levellings">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            empty={<EmptyState title="Nothing was levelled yet" />}
          />
        )}
      </Loaded>
    </Page>
  );
}

const noun = { one: 'levelling', many: 'levellings' };
const rowKey = (row: LevellingRow) => row.id;
const rowName = (row: LevellingRow) => `Levelling ${row.number}`;
const rowHref = (row: LevellingRow) => `/levelling/${row.id}`;

const columns: readonly Column<LevellingRow>[] = [
  { id: 'number', label: 'Levelling', width: 130, value: rowName, sortValue: (row) => row.number },
  {
    id: 'state',
    label: 'State',
    width: 130,
    value: (row) => (row.isDiscarded ? 'Put away' : stateWords[row.state]),
  },
  {
    id: 'at',
    label: 'When',
    width: 170,
    value: (row) => formatInstant(instant(row.createdAt)),
    sortValue: (row) => row.createdAt,
  },
  { id: 'by', label: 'By', width: 150, grow: true, value: (row) => row.createdBy },
  number('moved', 'Tasks that move', (row) => row.outcome?.moved),
  number('accepted', 'Accepted', (row) => row.acceptedCount),
  number('late', 'Late projects', (row) => row.outcome?.lateAfter),
  {
    id: 'excess',
    label: 'Too much booked',
    width: 135,
    align: 'end',
    value: (row) => row.outcome?.excessMinutesAfter,
    cell: (row) => (row.outcome ? formatHours(row.outcome.excessMinutesAfter) : ''),
  },
  number('plans', 'Plans tried', (row) => row.outcome && Math.round(row.outcome.schedules)),
];

function number(
  id: string,
  label: string,
  of: (row: LevellingRow) => number | null | undefined,
): Column<LevellingRow> {
  return { id, label, width: 115, align: 'end', value: of };
}
