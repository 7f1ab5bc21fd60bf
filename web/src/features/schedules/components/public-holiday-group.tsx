import type { CalendarExceptionView, CalendarView } from '@evenkeel/contract/calendars';
import { publicHolidays } from '@evenkeel/contract/public-holidays';
import { Button } from '@mantine/core';
import { formatDate } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useHolidayCountries, useScheduleWrite } from '../api.ts';
import { placeName } from './public-holiday-form.tsx';
import styles from './schedules.module.css';

type PublicHolidayGroupProps = {
  readonly calendar: CalendarView;
  readonly place: string;
  readonly exceptions: readonly CalendarExceptionView[];
  readonly mayManage: boolean;
};

/** The public holidays of one place in a calendar, folded, with what can be done to all of them. */
export function PublicHolidayGroup(props: PublicHolidayGroupProps) {
  const { calendar, place, exceptions, mayManage } = props;
  const countries = useHolidayCountries().data?.rows ?? [];
  const add = useScheduleWrite(publicHolidays.add);
  const remove = useScheduleWrite(publicHolidays.remove);
  const years = exceptions.map(({ startOn }) => Number(startOn.slice(0, 4)));
  const span = { fromYear: Math.min(...years), toYear: Math.max(...years) };
  const name = placeName(place, countries);
  const params = { id: calendar.id };
  const told = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'Nothing has changed.' });
    }
  };
  const update = () =>
    told(async () => {
      await add.mutateAsync({ params, body: { place, ...span } });
      notifyDone({ message: `The public holidays of ${name} are up to date` });
    });
  const drop = () =>
    told(async () => {
      await remove.mutateAsync({ params, body: { place } });
      notifyDone({
        message: `The public holidays of ${name} are removed`,
        undo: async () => void (await add.mutateAsync({ params, body: { place, ...span } })),
      });
    });
  return (
    <details className={styles['group']}>
      <summary>
        Public holidays of {name}, {span.fromYear} to {span.toYear}
        <span className={styles['quiet']}>
          {' '}
          {formatCount(exceptions.length, { one: 'day', many: 'days' })}
        </span>
      </summary>
      <ul className={styles['moves']}>
        {exceptions.map((exception) => (
          <li key={exception.id} className={styles['baseline']}>
            <span>{exception.name}</span>
            <span className={styles['days']}>{formatDate(exception.startOn)}</span>
          </li>
        ))}
      </ul>
      {mayManage ? (
        <p>
          <Button variant="subtle" onClick={() => void update()}>
            Bring up to date
          </Button>
          <Button variant="subtle" color="red" onClick={() => void drop()}>
            Remove
          </Button>
        </p>
      ) : null}
    </details>
  );
}
