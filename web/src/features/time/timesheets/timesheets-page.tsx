import type { TimesheetRow } from '@evenkeel/contract/timesheets';
import { addDays, weekStart } from '@evenkeel/core/calendar-date';
import { Button, SegmentedControl } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay } from '../../../lib/session.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { timeTabs } from '../time-tabs.ts';
import { useTimesheets } from './api.ts';
import { sheetColumns, sheetFilters } from './components/sheet-columns.tsx';
import styles from './components/timesheets.module.css';
import { WeeksMatrix } from './components/weeks-matrix.tsx';
import { sheetKey, weekHref } from './model.ts';
import { useDecide } from './use-decide.tsx';

const noun = { one: 'week', many: 'weeks' };
const rowName = (row: TimesheetRow) => `${row.person.name}, week of ${formatDate(row.week)}`;

const views = ['people', 'list'] as const;
type View = (typeof views)[number];
const isView = (value: unknown): value is View => views.some((view) => view === value);

/** The weeks of everybody: what waits for approval, and who has not said that theirs is complete. */
export function TimesheetsPage() {
  const today = readerToday();
  const [view, setView] = useAddressState<View>('show', 'people', isView);
  const weeks = useMemo(() => {
    const to = weekStart(today);
    return { from: addDays(to, -7 * 7), to };
  }, [today]);
  const found = useTimesheets(weeks);
  return (
    <Page
      title="Time"
      tabs={timeTabs('timesheets')}
      layout="fill"
      toolbar={
        <SegmentedControl
          aria-label="Show the weeks as"
          value={view}
          onChange={(value) => isView(value) && setView(value)}
          data={[
            { value: 'people', label: 'By person' },
            { value: 'list', label: 'List' },
          ]}
        />
      }
    >
      <Loaded found={found} what="the weeks">
        {(answer) =>
          answer.rows.length === 0 ? (
            <NoWeeks />
          ) : view === 'people' ? (
            <div className={styles['people']}>
              <Waiting rows={answer.rows} />
              <WeeksMatrix {...answer} />
            </div>
          ) : (
            <WeekList rows={answer.rows} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** What a manager does first: the weeks that wait for them, approved together or looked at. */
function Waiting({ rows }: { readonly rows: readonly TimesheetRow[] }) {
  const { approve, dialog } = useDecide();
  const waiting = rows.filter((row) => row.state === 'submitted' && row.canDecide);
  const complete = waiting.filter((row) => row.daysWithoutTime.length === 0);
  if (!useMay('manage')) return null;
  return (
    <div className={styles['bar']} role="status">
      {dialog}
      {waiting.length === 0 ? (
        <span className={styles['says']}>No week waits for your approval.</span>
      ) : (
        <>
          <span>
            {waiting.length === 1 ? '1 week waits' : `${waiting.length} weeks wait`} for approval
            {complete.length < waiting.length
              ? `, ${waiting.length - complete.length} of them with days without time`
              : ''}
            .
          </span>
          {complete.length > 0 ? (
            <span className={styles['bar-end']}>
              <Button variant="default" onClick={() => void approve(complete)}>
                {complete.length === waiting.length
                  ? 'Approve all'
                  : `Approve the ${complete.length} complete`}
              </Button>
            </span>
          ) : null}
        </>
      )}
    </div>
  );
}

function WeekList({ rows }: { readonly rows: readonly TimesheetRow[] }) {
  const mayManage = useMay('manage');
  const [state, setState] = useAddressListState();
  const filters = useMemo(() => sheetFilters(rows), [rows]);
  const { approve, sendBack, dialog } = useDecide();
  const bulkActions = (selected: readonly TimesheetRow[], clear: () => void) => {
    const waiting = selected.filter((row) => row.state === 'submitted' && row.canDecide);
    if (waiting.length === 0) return <span>None of these waits for you.</span>;
    return (
      <>
        <Button variant="default" onClick={() => sendBack(waiting)}>
          Return…
        </Button>
        <Button onClick={() => void approve(waiting).then(clear)}>Approve {waiting.length}</Button>
      </>
    );
  };
  return (
    <>
      {dialog}
      <DataList
        noun={noun}
        rows={rows}
        columns={sheetColumns}
        filters={filters}
        rowKey={sheetKey}
        rowName={rowName}
        rowHref={weekHref}
        state={state}
        onStateChange={setState}
        exportName="timesheets"
        empty={<NoWeeks />}
        {...(mayManage ? { bulkActions } : {})}
      />
    </>
  );
}

function NoWeeks() {
  return (
    <EmptyState icon={<IconClockCheck size={20} stroke={1.6} />} title="No weeks yet">
      Weeks of people whose time is planned stand here: submitted when complete, approved, then
      closed.
    </EmptyState>
  );
}
