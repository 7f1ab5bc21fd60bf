import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import type { Column } from '../../../ui/data-list/column.ts';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import styles from './forecast.module.css';

type ForecastLinkProps = {
  readonly project: { readonly id: ProjectId; readonly kind: ProjectKind };
  readonly p80On: CalendarDate | null;
  readonly promisedOn: CalendarDate | null;
};

/** By when a project is done in four of five cases, late where that is behind the promise; leads to the forecast. */
export function ForecastLink({ project, p80On, promisedOn }: ForecastLinkProps) {
  if (p80On === null) return <Nothing />;
  const isLate = promisedOn !== null && p80On > promisedOn;
  const list = project.kind === 'client' ? '/client-projects' : '/initiatives';
  return (
    <AppLink href={`${list}/${project.id}/forecast`} className={styles['link']}>
      <DateText date={p80On} {...(isLate ? { lateAfter: addDays(p80On, 1) } : {})} />
    </AppLink>
  );
}

/** The column of lists of projects with that day. */
export function forecastColumn<Row>(read: (row: Row) => ForecastLinkProps): Column<Row> {
  return {
    id: 'p80On',
    label: 'P80 finish',
    width: 112,
    value: (row) => read(row).p80On,
    cell: (row) => <ForecastLink {...read(row)} />,
  };
}
