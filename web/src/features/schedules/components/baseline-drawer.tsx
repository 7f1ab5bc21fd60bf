import type { BaselineRow, BaselineView } from '@evenkeel/contract/baselines';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useComparison } from '../api.ts';
import { slipWords } from '../model.ts';
import { SlipText } from './slip-text.tsx';

type BaselineDrawerProps = {
  readonly baseline: BaselineView | null;
  readonly projectName: string;
  readonly onClose: () => void;
};

/** A plan beside a kept copy of it: date and slip of each task; saved as CSV from its menu. */
export function BaselineDrawer({ baseline, projectName, onClose }: BaselineDrawerProps) {
  return (
    <SidePanel
      opened={baseline !== null}
      onClose={onClose}
      title={baseline ? `The plan now against “${baseline.name}”` : ''}
      note={baseline ? <Sum baseline={baseline} /> : undefined}
      width={860}
      layout="fill"
    >
      {baseline ? <Rows baseline={baseline} projectName={projectName} /> : null}
    </SidePanel>
  );
}

function Sum({ baseline }: { readonly baseline: BaselineView }) {
  const found = useComparison(baseline.id).data;
  if (!found?.finishOn || !baseline.finishOn) return null;
  return (
    <>
      Ends on {formatDate(found.finishOn)} instead of {formatDate(baseline.finishOn)}:{' '}
      {slipWords(found.slipWeekdays)}
    </>
  );
}

function Rows({
  baseline,
  projectName,
}: {
  readonly baseline: BaselineView;
  readonly projectName: string;
}) {
  const found = useComparison(baseline.id);
  return (
    <Loaded found={found} what="the comparison">
      {({ rows }) => (
        <DataList
          noun={{ one: 'task', many: 'tasks' }}
          rows={rows}
          columns={columns}
          filters={filters}
          rowKey={(row) => row.taskId}
          rowName={(row) => row.name}
          rowHref={(row) => `/tasks/${row.taskId}`}
          exportName={`${projectName} against ${baseline.name}`}
          empty={<EmptyState title="No tasks">The plan had no tasks, and has none now.</EmptyState>}
        />
      )}
    </Loaded>
  );
}

const standing = ({ baseline, current, slipWeekdays }: BaselineRow): string => {
  if (!baseline) return 'added';
  if (!current) return 'removed';
  if (slipWeekdays === null || slipWeekdays === 0) return 'as planned';
  return slipWeekdays > 0 ? 'later' : 'earlier';
};

const columns: readonly Column<BaselineRow>[] = [
  { id: 'name', label: 'Task', value: (row) => row.name, grow: true },
  {
    id: 'was',
    label: 'Due then',
    value: (row) => row.baseline?.dueOn,
    cell: (row) => <DateText date={row.baseline?.dueOn ?? null} />,
    width: 110,
  },
  {
    id: 'is',
    label: 'Due now',
    value: (row) => row.current?.doneOn ?? row.current?.dueOn,
    cell: (row) => <DateText date={row.current?.doneOn ?? row.current?.dueOn ?? null} />,
    width: 110,
  },
  {
    id: 'slip',
    label: 'Slip in weekdays',
    value: (row) => row.slipWeekdays,
    cell: (row) => <SlipText weekdays={row.slipWeekdays} />,
    align: 'end',
    width: 130,
  },
  { id: 'standing', label: 'Standing', value: standing, width: 110 },
  {
    id: 'startWas',
    label: 'Start then',
    value: (row) => row.baseline?.startOn,
    cell: (row) => <DateText date={row.baseline?.startOn ?? null} />,
    hidden: true,
  },
  {
    id: 'startIs',
    label: 'Start now',
    value: (row) => row.current?.startOn,
    cell: (row) => <DateText date={row.current?.startOn ?? null} />,
    hidden: true,
  },
];

const filters: readonly FilterDefinition<BaselineRow>[] = [
  {
    id: 'standing',
    label: 'Standing',
    kind: 'choice',
    value: standing,
    choices: ['later', 'earlier', 'as planned', 'added', 'removed'].map((value) => ({
      value,
      label: value,
    })),
  },
];
