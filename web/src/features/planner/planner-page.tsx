import {
  addDays,
  type CalendarDate,
  isCalendarDate,
  weekStart,
} from '@evenkeel/core/calendar-date';
import { useMay } from '../../lib/session.ts';
import { readerToday } from '../../ui/format/date.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { usePlannerView } from './api.ts';
import { PlannerWorkspace } from './components/planner-workspace.tsx';

const weeksBefore = 8;
const weeksShown = 61;

const isDay = (value: unknown): value is CalendarDate | null =>
  value === null || (typeof value === 'string' && isCalendarDate(value));

/** Everybody over a year: how full their days are and with what, and who is still to be found (BA-03, U11). */
export function PlannerPage() {
  const [start, setStart] = useAddressState<CalendarDate | null>('start', null, isDay);
  const from = weekStart(start ?? addDays(readerToday(), -7 * weeksBefore));
  const days = { from, to: addDays(from, 7 * weeksShown - 1) };
  const found = usePlannerView(days);
  const mayWrite = useMay('write');
  if (found.data) {
    return (
      <PlannerWorkspace
        view={found.data}
        days={days}
        mayWrite={mayWrite}
        start={start}
        onStart={setStart}
      />
    );
  }
  return (
    <Page title="Planner" layout="fill">
      <Loaded found={found} what="the planner">
        {() => null}
      </Loaded>
    </Page>
  );
}
