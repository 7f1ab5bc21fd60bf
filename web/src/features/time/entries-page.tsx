import type { TimeEntryRow } from '@evenkeel/contract/time';
import { IconClock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { formatDate, readerToday } from '../../ui/format/date.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useEntries } from './api.ts';
import { entryColumns, entryFilters } from './components/entry-columns.tsx';
import { EntryForm } from './components/entry-form.tsx';
import { RangeBar } from './components/range-bar.tsx';
import { workName } from './model.ts';
import { type DayRange, isDayRange, thisMonthOf } from './ranges.ts';
import { timeTabs } from './time-tabs.ts';

const noun = { one: 'entry', many: 'entries' };
const rowKey = (entry: TimeEntryRow) => entry.id;
const rowName = (entry: TimeEntryRow) =>
  `${workName(entry)}, ${entry.person.name}, ${formatDate(entry.on)}`;

/** Everybody's time over some days: to search, sum, correct and export as CSV (FI-05, U03). */
export function EntriesPage() {
  const today = readerToday();
  const thisMonth = useMemo(() => thisMonthOf(today), [today]);
  const [range, setRange] = useAddressState<DayRange>('days', thisMonth, isDayRange);
  const found = useEntries({ from: range.from, to: range.to, sort: '-on' });
  const view = useListView('time-entries');
  const { state, setState } = view;
  const [edited, setEdited] = useState<TimeEntryRow | null>(null);
  const filters = useMemo(() => entryFilters(found.rows), [found.rows]);
  return (
    <Page
      title="Time"
      tabs={timeTabs('entries')}
      layout="fill"
      toolbar={<RangeBar range={range} today={today} onRange={(days) => days && setRange(days)} />}
    >
      <Loaded found={found} what="the entries">
        {(rows) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={entryColumns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            onOpenRow={setEdited}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            summary={sumsInWords}
            exportName={`time ${range.from} to ${range.to}`}
            empty={
              <EmptyState
                icon={<IconClock size={20} stroke={1.6} />}
                title="Nothing logged on these days"
              >
                Choose other days, log time in the week, or start the timer with T.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {edited ? <EntryForm entry={edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}

function sumsInWords(rows: readonly TimeEntryRow[]): string {
  const sum = (isCounted: (row: TimeEntryRow) => boolean) =>
    rows.reduce((total, row) => total + (isCounted(row) ? row.minutes : 0), 0);
  const billable = sum((row) => row.isBillable);
  const strategic = sum((row) => row.project.kind === 'initiative');
  return `${formatEffort(sum(() => true))}, ${formatEffort(billable)} billable, ${formatEffort(strategic)} on initiatives`;
}
