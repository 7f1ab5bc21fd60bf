import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { Column } from '../ui/data-list/column.ts';
import { DateText } from '../ui/marks/values.tsx';

/** The column of lists of projects that says by when each is done in four of five cases. */
export function p80Column<Row>(
  promised: (row: Row) => CalendarDate | null,
  p80: (row: Row) => CalendarDate | null,
): Column<Row> {
  return {
    id: 'p80On',
    label: 'P80 finish',
    width: 112,
    value: p80,
    cell: (row) => {
      const [day, end] = [p80(row), promised(row)];
      const isLate = day !== null && end !== null && day > end;
      // Marked as late where it lies behind the promised end.
      return <DateText date={day} {...(isLate ? { lateAfter: addDays(day, 1) } : {})} />;
    },
  };
}
