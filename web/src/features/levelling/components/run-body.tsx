import type {
  LevellingProposal,
  LevellingView,
  PersonOutcomeView,
  ProjectOutcomeView,
} from '@evenkeel/contract/levelling';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useProposals } from '../api.ts';
import { daysLater } from '../model.ts';
import { useDecisions } from '../use-decisions.ts';
import styles from './levelling.module.css';
import { personColumns, projectColumns } from './outcome-columns.tsx';
import { proposalColumns, proposalFilters } from './proposal-columns.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { RunProgress } from './run-progress.tsx';
import { Summary } from './summary.tsx';

/** Which part of a plan is shown. */
export type RunView = 'tasks' | 'projects' | 'people';

type RunBodyProps = {
  readonly run: LevellingView;
  readonly view: RunView;
  readonly mayManage: boolean;
};

/** A levelling under its bar: how far it is, why there is none, or the plan. */
export function RunBody({ run, view, mayManage }: RunBodyProps) {
  if (run.state === 'queued' || run.state === 'running') {
    return <RunProgress run={run} mayManage={mayManage} />;
  }
  if (run.outcome === null) {
    return (
      <EmptyState title={run.state === 'cancelled' ? 'It was stopped' : 'There is no plan'}>
        {run.failure ?? 'Nothing was changed. Level again when you like.'}
      </EmptyState>
    );
  }
  return (
    <div className={styles['fill']}>
      {run.isDiscarded ? <PutAway run={run} mayManage={mayManage} /> : null}
      <Summary outcome={run.outcome} />
      <div className={styles['rest']}>
        {view === 'tasks' ? <Tasks run={run} mayManage={mayManage} /> : null}
        {view === 'projects' ? <Projects rows={run.projects} /> : null}
        {view === 'people' ? <People rows={run.people} /> : null}
      </div>
    </div>
  );
}

function PutAway({ run, mayManage }: Omit<RunBodyProps, 'view'>) {
  const decisions = useDecisions(run);
  return (
    <div className={styles['notice']}>
      This plan is put away.
      {mayManage ? (
        <Button variant="default" onClick={() => decisions.discard(false)}>
          Take it up again
        </Button>
      ) : null}
    </div>
  );
}

const noun = { one: 'task', many: 'tasks' };
const rowKey = (row: LevellingProposal) => row.task.id;
const rowName = (row: LevellingProposal) => row.task.name;
const isOpen = (row: LevellingProposal) =>
  row.isMoved && row.state !== 'accepted' && !row.hasChanged;

function Tasks({ run, mayManage }: Omit<RunBodyProps, 'view'>) {
  const found = useProposals(run.id);
  return (
    <Loaded found={found} what="the proposed days">
      {({ rows }) => <TaskList run={run} rows={rows} mayManage={mayManage && !run.isDiscarded} />}
    </Loaded>
  );
}

type TaskListProps = Omit<RunBodyProps, 'view'> & { readonly rows: readonly LevellingProposal[] };

function TaskList({ run, rows, mayManage }: TaskListProps) {
  const decisions = useDecisions(run);
  const [state, setState] = useAddressListState();
  const [openedId, setOpened] = useState<string | null>(null);
  const ordered = useMemo(() => [...rows].sort(byWeight), [rows]);
  const columns = useMemo(() => proposalColumns(rows), [rows]);
  const opened = rows.find((row) => row.task.id === openedId);
  const accept = (chosen: readonly LevellingProposal[], after: () => void) => {
    decisions.accept(chosen.filter(isOpen).map((row) => row.task.id));
    after();
  };
  return (
    <>
      <DataList
        noun={noun}
        rows={ordered}
        columns={columns}
        filters={proposalFilters}
        rowKey={rowKey}
        rowName={rowName}
        onOpenRow={(row) => setOpened(row.task.id)}
        state={state}
        onStateChange={setState}
        exportName="levelling"
        empty={
          <EmptyState title="No open work">
            Committed projects have no open tasks, so there is nothing to level.
          </EmptyState>
        }
        {...(mayManage
          ? {
              bulkActions: (chosen: readonly LevellingProposal[], clear: () => void) => (
                <AcceptChosen rows={chosen.filter(isOpen)} onAccept={(of) => accept(of, clear)} />
              ),
            }
          : {})}
      />
      {opened ? (
        <ProposalPanel
          row={opened}
          onClose={() => setOpened(null)}
          onAccept={mayManage && isOpen(opened) ? () => accept([opened], () => undefined) : null}
        />
      ) : null}
    </>
  );
}

type AcceptChosenProps = {
  readonly rows: readonly LevellingProposal[];
  readonly onAccept: (rows: readonly LevellingProposal[]) => void;
};

function AcceptChosen({ rows, onAccept }: AcceptChosenProps) {
  return (
    <Button disabled={rows.length === 0} onClick={() => onAccept(rows)}>
      Accept {formatCount(rows.length, { one: 'change', many: 'changes' })}
    </Button>
  );
}

/** What moves first, the furthest first. */
function byWeight(a: LevellingProposal, b: LevellingProposal): number {
  const weight = (row: LevellingProposal) => (row.isMoved ? 1 + Math.abs(daysLater(row) ?? 0) : 0);
  return weight(b) - weight(a);
}

const projectNoun = { one: 'project', many: 'projects' };
const projectKey = (row: ProjectOutcomeView) => row.project.id;
const projectName = (row: ProjectOutcomeView) => row.project.name;
const projectHref = (row: ProjectOutcomeView) =>
  `/${row.kind === 'client' ? 'client-projects' : 'initiatives'}/${row.project.id}`;

function Projects({ rows }: { readonly rows: readonly ProjectOutcomeView[] }) {
  const ordered = useMemo(
    () => [...rows].sort((a, b) => b.daysLateAfter - a.daysLateAfter),
    [rows],
  );
  return (
    <DataList
      noun={projectNoun}
      rows={ordered}
      columns={projectColumns}
      rowKey={projectKey}
      rowName={projectName}
      rowHref={projectHref}
      exportName="levelling-projects"
      empty={<EmptyState title="No project with open work" />}
    />
  );
}

const personNoun = { one: 'person', many: 'people' };
const personKey = (row: PersonOutcomeView) => row.person.id;
const personName = (row: PersonOutcomeView) => row.person.name;
const personHref = (row: PersonOutcomeView) => `/people/${row.person.id}`;

function People({ rows }: { readonly rows: readonly PersonOutcomeView[] }) {
  const ordered = useMemo(
    () => [...rows].sort((a, b) => b.excessMinutesBefore - a.excessMinutesBefore),
    [rows],
  );
  return (
    <DataList
      noun={personNoun}
      rows={ordered}
      columns={personColumns}
      rowKey={personKey}
      rowName={personName}
      rowHref={personHref}
      exportName="levelling-people"
      empty={<EmptyState title="Nobody is booked beyond their hours" />}
    />
  );
}
