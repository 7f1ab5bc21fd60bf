import type { TimeEntryRow } from '@evenkeel/contract/time';
import {
  addDays,
  addMonths,
  type CalendarDate,
  earlier,
  isCalendarDate,
  later,
  monthEnd,
  monthOf,
  monthStart,
  weekStart,
} from '@evenkeel/core/calendar-date';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconClock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import { DateField } from '../../ui/form/date-field.tsx';
import { formatDate, readerToday } from '../../ui/format/date.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useEntries } from './api.ts';
import styles from './components/entries.module.css';
import { entryColumns, entryFilters } from './components/entry-columns.tsx';
import { EntryForm } from './components/entry-form.tsx';
import { workName } from './model.ts';
import { timeTabs } from './time-tabs.ts';

const noun = { one: 'entry', many: 'entries' };
const rowKey = (entry: TimeEntryRow) => entry.id;
const rowName = (entry: TimeEntryRow) =>
  `${workName(entry)}, ${entry.person.name}, ${formatDate(entry.on)}`;

type Range = { readonly from: CalendarDate; readonly to: CalendarDate };

/** Everybody's time over some days: to search, sum, correct and export as CSV (FI-05, U03). */
export function EntriesPage() {
  const today = readerToday();
  const thisMonth = useMemo(() => rangesOf(today)[0].range, [today]);
  const [range, setRange] = useAddressState<Range>('days', thisMonth, isRange);
  const found = useEntries({ from: range.from, to: range.to, sort: '-on' });
  const [state, setState] = useAddressListState();
  const [edited, setEdited] = useState<TimeEntryRow | null>(null);
  const filters = useMemo(() => entryFilters(found.rows), [found.rows]);
  return (
    <Page
      title="Time"
      tabs={timeTabs('entries')}
      layout="fill"
      toolbar={<RangeBar range={range} today={today} onRange={setRange} />}
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

type RangeBarProps = {
  readonly range: Range;
  readonly today: CalendarDate;
  readonly onRange: (range: Range) => void;
};

function RangeBar({ range, today, onRange }: RangeBarProps) {
  const presets = rangesOf(today);
  const current = presets.find(
    (preset) => preset.range.from === range.from && preset.range.to === range.to,
  );
  return (
    <div className={styles['tools']}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {current?.label ?? 'Other days'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {presets.map((preset) => (
            <Menu.Item key={preset.label} onClick={() => onRange(preset.range)}>
              {preset.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <div className={styles['days']}>
        <DateField
          label="From"
          required
          value={range.from}
          onChange={(from) => from && onRange({ from, to: later(from, range.to) })}
        />
        <span aria-hidden>–</span>
        <DateField
          label="To"
          required
          value={range.to}
          onChange={(to) => to && onRange({ from: earlier(to, range.from), to })}
        />
      </div>
    </div>
  );
}

function rangesOf(today: CalendarDate) {
  const month = monthOf(today);
  const last = addMonths(month, -1);
  const monday = weekStart(today);
  return [
    { label: 'This month', range: { from: monthStart(month), to: monthEnd(month) } },
    { label: 'Last month', range: { from: monthStart(last), to: monthEnd(last) } },
    { label: 'This week', range: { from: monday, to: addDays(monday, 6) } },
    { label: 'Last week', range: { from: addDays(monday, -7), to: addDays(monday, -1) } },
    { label: 'Last 12 months', range: { from: monthStart(addMonths(month, -11)), to: today } },
  ] as const;
}

function sumsInWords(rows: readonly TimeEntryRow[]): string {
  const sum = (isCounted: (row: TimeEntryRow) => boolean) =>
    rows.reduce((total, row) => total + (isCounted(row) ? row.minutes : 0), 0);
  const billable = sum((row) => row.isBillable);
  const strategic = sum((row) => row.project.kind === 'initiative');
  return `${formatEffort(sum(() => true))}, ${formatEffort(billable)} billable, ${formatEffort(strategic)} on initiatives`;
}

function isRange(value: unknown): value is Range {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const { from, to } = value as Record<string, unknown>;
  if (typeof from !== 'string' || typeof to !== 'string') return false;
  return isCalendarDate(from) && isCalendarDate(to) && from <= to;
}
