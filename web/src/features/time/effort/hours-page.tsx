import { type EffortRow, effortGroupings } from '@evenkeel/contract/effort';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { SegmentedControl } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useMemo } from 'react';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { RangeBar } from '../components/range-bar.tsx';
import { type DayRange, isDayRange } from '../ranges.ts';
import { timeTabs } from '../time-tabs.ts';
import { type EffortGrouping, useEffort } from './api.ts';
import { hoursColumns, hoursFilters, lineName } from './components/hours-columns.tsx';

const groupingLabels: Readonly<Record<EffortGrouping, string>> = {
  project: 'Project',
  task: 'Task',
  person: 'Person',
};
const nouns = {
  project: { one: 'project', many: 'projects' },
  task: { one: 'task', many: 'tasks' },
  person: { one: 'line', many: 'lines' },
} as const;
const isGrouping = (value: unknown): value is EffortGrouping =>
  effortGroupings.some((grouping) => grouping === value);
const isDays = (value: unknown): value is DayRange | null => value === null || isDayRange(value);

/** Estimated, planned and logged hours side by side, before anything is invoiced (U04, U12). */
export function HoursPage() {
  const today = readerToday();
  const [by, setBy] = useAddressState<EffortGrouping>('by', 'project', isGrouping);
  const [days, setDays] = useAddressState<DayRange | null>('days', null, isDays);
  const [state, setState] = useAddressListState();
  const found = useEffort(by, days);
  const rows = found.data?.rows;
  const filters = useMemo(() => hoursFilters(rows ?? []), [rows]);
  const columns = useMemo(
    () => hoursColumns(by, days ?? { from: calendarDate('2000-01-01'), to: today }),
    [by, days, today],
  );
  return (
    <Page
      title="Time"
      tabs={timeTabs('hours')}
      layout="fill"
      toolbar={
        <RangeBar range={days} today={today} onRange={setDays} anyDay>
          <SegmentedControl
            aria-label="A line for each"
            value={by}
            onChange={(value) => isGrouping(value) && setBy(value)}
            data={effortGroupings.map((value) => ({ value, label: groupingLabels[value] }))}
          />
        </RangeBar>
      }
    >
      <Loaded found={found} what="the hours">
        {(answer) => (
          <DataList
            key={by}
            noun={nouns[by]}
            rows={answer.rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={(row) => lineName(row, by)}
            rowHref={(row) => hrefOf(row, by)}
            state={state}
            onStateChange={setState}
            summary={() =>
              answer.isCut
                ? 'The first lines only: choose a project or an account'
                : 'Estimated: tasks without sub-tasks. Planned: those somebody is on. To go: estimate less all logged.'
            }
            exportName={`hours by ${by}`}
            empty={
              <EmptyState icon={<IconClock size={20} stroke={1.6} />} title="No hours yet">
                Once tasks are estimated, given to people and worked on, the three numbers stand
                here side by side.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

function rowKey(row: EffortRow): string {
  return [row.project.id, row.task?.id ?? '', row.person?.id ?? ''].join(' ');
}

function hrefOf({ project, task, person }: EffortRow, by: EffortGrouping): string {
  if (by === 'task' && task) return `/tasks/${task.id}`;
  if (by === 'person' && person) return `/people/${person.id}`;
  return project.kind === 'client'
    ? `/client-projects/${project.id}`
    : `/initiatives/${project.id}/plan`;
}
