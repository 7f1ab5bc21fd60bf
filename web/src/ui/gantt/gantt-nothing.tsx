import styles from './gantt.module.css';
import type { GanttFilter } from './gantt-toolbar.tsx';

type GanttNothingProps = { readonly filter: GanttFilter; readonly sought: string };

const filterWords: Record<GanttFilter, string> = {
  all: 'Nothing is planned.',
  critical: 'Nothing is critical: all that is open may slip.',
  late: 'Nothing is late.',
};

/** Why the chart has no lines. */
export function GanttNothing({ filter, sought }: GanttNothingProps) {
  return (
    <p className={styles['nothing']} role="status">
      {sought === '' ? filterWords[filter] : `No task and nobody on one is called “${sought}”.`}
    </p>
  );
}
