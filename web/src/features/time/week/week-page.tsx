import type { TimeWeek, WeekRow } from '@evenkeel/contract/time';
import {
  addDays,
  type CalendarDate,
  isCalendarDate,
  weekStart,
} from '@evenkeel/core/calendar-date';
import { isId, type PersonId } from '@evenkeel/core/id';
import { weekDays } from '@evenkeel/core/time/week';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconClock, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMay, useSession } from '../../../lib/session.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { fetchWeekWork } from '../api.ts';
import { WorkDialog } from '../components/work-dialog.tsx';
import { workKey } from '../model.ts';
import { timeTabs } from '../time-tabs.ts';
import { SheetBar } from '../timesheets/components/sheet-bar.tsx';
import { useAddedRows, useCellSaving, useWeek, type WeekAddress } from './api.ts';
import { CellDialog } from './components/cell-dialog.tsx';
import { DayView } from './components/day-view.tsx';
import styles from './components/week.module.css';
import { WeekGrid } from './components/week-grid.tsx';
import { WeekNotes } from './components/week-notes.tsx';
import { WeekStepper } from './components/week-stepper.tsx';
import { WeekSummary } from './components/week-summary.tsx';
import { cellOf, gridRows, shownTotals } from './model.ts';

/** A person's week; the address says whose and which, so that it can be linked. */
export function WeekPage() {
  const { member } = useSession();
  const mayManage = useMay('manage');
  const [asked, setAsked] = useAddressState<string>('person', '', isPersonId);
  const [day, setDay] = useAddressState<string>('on', '', isDay);
  // Both have passed the checks of the address, or are empty.
  const personId = (asked || member.personId) as PersonId | null;
  const on = (day || readerToday()) as CalendarDate;
  const address = { personId, on: weekStart(on) };
  const found = useWeek(address);
  const picker = mayManage ? (
    <PersonPicker
      label="Person"
      placeholder="Whose week"
      value={found.data?.person ?? null}
      onChange={(person) => setAsked(!person || person.id === member.personId ? '' : person.id)}
      className={styles['person']}
    />
  ) : null;
  return (
    <Page
      title="Time"
      tabs={timeTabs('week')}
      layout="fill"
      toolbar={
        <div className={styles['tools']}>
          <WeekStepper on={on} onStep={setDay} />
          {picker}
        </div>
      }
    >
      {personId === null ? (
        <NobodysWeek />
      ) : (
        <Loaded found={found} what="the week">
          {(week) => (
            <OpenWeek
              key={personId}
              week={week}
              address={address}
              day={on}
              onDay={setDay}
              isOwn={personId === member.personId}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}

type OpenWeekProps = {
  readonly week: TimeWeek;
  readonly address: WeekAddress;
  readonly day: CalendarDate;
  readonly onDay: (day: string) => void;
  readonly isOwn: boolean;
};

type Opened = { readonly key: string; readonly on: CalendarDate };

function OpenWeek({ week, address, day, onDay, isOwn }: OpenWeekProps) {
  const { added, add } = useAddedRows(address);
  const { drafts, save } = useCellSaving(address);
  const [isAdding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const isNarrow = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
  const rows = useMemo(
    () =>
      gridRows(week, added).map((row) => ({
        row,
        cells: weekDays(week.from).map((on) => cellOf(row, on, { today: week.today, drafts })),
      })),
    [week, added, drafts],
  );
  const totals = shownTotals(week, rows);
  const open = (row: WeekRow, on: CalendarDate) => setOpened({ key: workKey(row), on });
  const openedRow = rows.find(({ row }) => workKey(row) === opened?.key)?.row;
  const shared = { week, rows, totals, isOwn, onSave: save, onOpen: open };
  const copyLast = async () => {
    try {
      const work = await fetchWeekWork(week.person.id, addDays(week.from, -7));
      add(work);
      notifyDone({
        message: work.length === 0 ? 'Nothing was logged last week' : 'Last week’s rows are here',
      });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'Nothing was copied.' });
    }
  };
  return (
    <div className={styles['week']}>
      <SheetBar week={week} isOwn={isOwn} />
      <WeekSummary totals={totals} />
      {rows.length === 0 ? (
        <EmptyState icon={<IconClock size={20} stroke={1.6} />} title="Nothing to log on yet">
          Tasks somebody is on appear here by themselves. Add any other task or project as a row, of
          either kind.
        </EmptyState>
      ) : isNarrow ? (
        <DayView {...shared} day={day} onDay={onDay} />
      ) : (
        <WeekGrid {...shared} />
      )}
      {week.canWrite ? (
        <div className={styles['actions']}>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add a row
          </Button>
          <Button variant="subtle" onClick={() => void copyLast()}>
            Copy last week’s rows
          </Button>
        </div>
      ) : null}
      <WeekNotes week={week} onOpen={open} />
      {isAdding ? (
        <WorkDialog
          title="Add a row"
          personId={week.person.id}
          onPick={(target) => {
            add([target]);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {openedRow && opened ? (
        <CellDialog
          row={openedRow}
          on={opened.on}
          personId={week.person.id}
          canWrite={week.canWrite && opened.on <= week.today}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
}

function NobodysWeek() {
  return (
    <EmptyState
      icon={<IconClock size={20} stroke={1.6} />}
      title="Your login is not linked to a person"
    >
      Time belongs to a person whose hours are planned. An admin can link your login to one under
      Settings, Members.
    </EmptyState>
  );
}

function isPersonId(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value);
}
