import type { AccuracyGrouping, AccuracyRow, AccuracyTask } from '@evenkeel/contract/forecasts';
import type { Column } from '../../../../ui/data-list/column.ts';
import { DataList } from '../../../../ui/data-list/data-list.tsx';
import { SidePanel } from '../../../../ui/figure/side-panel.tsx';
import { formatCount } from '../../../../ui/format/number.ts';
import { DateText, EffortText } from '../../../../ui/marks/values.tsx';
import { EmptyState } from '../../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { useAccuracyTasks } from '../../api.ts';
import { ratioText } from '../../model.ts';
import { accuracyName } from './accuracy-columns.tsx';

type AccuracyRowsPanelProps = {
  readonly by: AccuracyGrouping;
  readonly row: AccuracyRow;
  readonly onClose: () => void;
};

/** The finished tasks behind one ratio. */
export function AccuracyRowsPanel({ by, row, onClose }: AccuracyRowsPanelProps) {
  const found = useAccuracyTasks(by, row.key);
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={accuracyName(row, by)}
      note={`${formatCount(row.count, { one: 'finished task', many: 'finished tasks' })}, ${ratioText(row.ownRatio)} their estimate; ${ratioText(row.ratio)} is used`}
      width={820}
      layout="fill"
    >
      <Loaded found={found} what="the tasks">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            exportName="estimates"
            empty={<EmptyState title="No tasks">They have been changed meanwhile.</EmptyState>}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}

const noun = { one: 'task', many: 'tasks' };
const rowKey = ({ task }: AccuracyTask) => task.id;
const rowName = ({ task }: AccuracyTask) => task.name;
const rowHref = ({ task }: AccuracyTask) => `/tasks/${task.id}`;

const columns: readonly Column<AccuracyTask>[] = [
  { id: 'name', label: 'Task', width: 200, grow: true, value: ({ task }) => task.name },
  { id: 'project', label: 'Project', width: 170, value: ({ project }) => project.name },
  {
    id: 'doneOn',
    label: 'Done',
    width: 108,
    value: ({ doneOn }) => doneOn,
    cell: ({ doneOn }) => <DateText date={doneOn} />,
  },
  {
    id: 'estimate',
    label: 'Estimated',
    width: 92,
    align: 'end',
    value: (row) => row.estimateMinutes,
    cell: (row) => <EffortText minutes={row.estimateMinutes} />,
    exportValue: (row) => row.estimateMinutes / 60,
  },
  {
    id: 'actual',
    label: 'Logged',
    width: 92,
    align: 'end',
    value: (row) => row.actualMinutes,
    cell: (row) => <EffortText minutes={row.actualMinutes} />,
    exportValue: (row) => row.actualMinutes / 60,
  },
  {
    id: 'ratio',
    label: 'Ratio',
    width: 84,
    align: 'end',
    value: (row) => row.ratio,
    cell: (row) => ratioText(row.ratio),
  },
];
