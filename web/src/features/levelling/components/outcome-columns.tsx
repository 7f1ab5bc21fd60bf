import type { PersonOutcomeView, ProjectOutcomeView } from '@evenkeel/contract/levelling';
import type { Column } from '../../../ui/data-list/column.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { KindBadge } from '../../../ui/marks/kind-badge.tsx';
import { DateText, EffortText, Nothing } from '../../../ui/marks/values.tsx';
import styles from './levelling.module.css';

/** What becomes of each project's promise. */
export const projectColumns: readonly Column<ProjectOutcomeView>[] = [
  { id: 'project', label: 'Project', width: 180, grow: true, value: ({ project }) => project.name },
  {
    id: 'kind',
    label: 'Kind',
    width: 120,
    value: ({ kind }) => kind,
    cell: ({ kind }) => <KindBadge kind={kind} />,
  },
  day('promised', 'Promised', ({ promisedOn }) => promisedOn),
  day('now', 'Ends now', ({ endBefore }) => endBefore),
  day('proposed', 'Would end', ({ endAfter }) => endAfter),
  day('earliest', 'Not before', ({ earliestEnd }) => earliestEnd),
  late('late-now', 'Late now', ({ daysLateBefore }) => daysLateBefore),
  late('late', 'Would be late', ({ daysLateAfter }) => daysLateAfter),
  {
    id: 'moved',
    label: 'Tasks that move',
    width: 130,
    align: 'end',
    value: ({ movedTasks }) => movedTasks,
  },
];

function day(
  id: string,
  label: string,
  of: (row: ProjectOutcomeView) => ProjectOutcomeView['endBefore'],
): Column<ProjectOutcomeView> {
  return { id, label, width: 120, value: of, cell: (row) => <DateText date={of(row)} /> };
}

function late(
  id: string,
  label: string,
  of: (row: ProjectOutcomeView) => number,
): Column<ProjectOutcomeView> {
  return {
    id,
    label,
    width: 120,
    align: 'end',
    value: of,
    cell: (row) =>
      of(row) === 0 ? (
        <Nothing />
      ) : (
        <span className={styles['worse']}>
          {formatNumber(of(row))} {of(row) === 1 ? 'day' : 'days'}
        </span>
      ),
  };
}

/** What people are booked beyond their hours. */
export const personColumns: readonly Column<PersonOutcomeView>[] = [
  { id: 'person', label: 'Person', width: 130, grow: true, value: ({ person }) => person.name },
  excess('now', 'Too much now', (row) => row.excessMinutesBefore),
  excess('proposed', 'Too much after', (row) => row.excessMinutesAfter),
];

function excess(
  id: string,
  label: string,
  of: (row: PersonOutcomeView) => number,
): Column<PersonOutcomeView> {
  return {
    id,
    label,
    width: 124,
    align: 'end',
    value: of,
    cell: (row) => (of(row) === 0 ? <Nothing /> : <EffortText minutes={of(row)} />),
  };
}
