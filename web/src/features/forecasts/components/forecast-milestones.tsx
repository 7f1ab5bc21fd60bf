import type { TaskForecastView } from '@evenkeel/contract/forecasts';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { chanceTone, shareText } from '../model.ts';
import styles from './forecast.module.css';

/** Milestones, and tasks with a deadline, beside what was planned and promised. */
export function ForecastMilestones({ tasks }: { readonly tasks: readonly TaskForecastView[] }) {
  const shown = tasks
    .filter(({ isMilestone, promisedOn }) => isMilestone || promisedOn !== null)
    .toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
  if (shown.length === 0) return null;
  return (
    <Section title="Milestones and deadlines" note="The chance is that of keeping the deadline.">
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Planned</th>
              <th scope="col">Deadline</th>
              <th scope="col">P50</th>
              <th scope="col">P80</th>
              <th scope="col">P95</th>
              <th scope="col">Chance</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.task.id}>
                <th scope="row">
                  <AppLink href={`/tasks/${row.task.id}`} className={styles['link']}>
                    {row.task.name}
                  </AppLink>
                </th>
                <td>
                  <DateText date={row.plannedOn} />
                </td>
                <td>
                  <DateText date={row.promisedOn} />
                </td>
                <td>
                  <DateText date={row.p50On} />
                </td>
                <td className={styles['strong']}>
                  <DateText date={row.p80On} />
                </td>
                <td>
                  <DateText date={row.p95On} />
                </td>
                <td>
                  {row.chance === null ? (
                    <Nothing />
                  ) : (
                    <span className={styles[chanceTone(row.chance)]}>{shareText(row.chance)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
