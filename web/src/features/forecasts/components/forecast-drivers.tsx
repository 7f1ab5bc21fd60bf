import type { ForecastDriverView } from '@evenkeel/contract/forecasts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { shareText, sourceLabels } from '../model.ts';
import styles from './forecast.module.css';

const fewest = 10;

/** What drives the spread of the end: the tasks worth a closer estimate, or help. */
export function ForecastDrivers({ drivers }: { readonly drivers: readonly ForecastDriverView[] }) {
  const [isWhole, setWhole] = useState(false);
  if (drivers.length === 0)
    return (
      <Section title="What drives the spread">
        <p className={styles['basis']}>
          No single task does: none goes along with the end more than chance would have it.
        </p>
      </Section>
    );
  const shown = isWhole ? drivers : drivers.slice(0, fewest);
  return (
    <Section
      title="What drives the spread"
      note="How far the end goes along with each task’s length, and in how many samples it is on the critical path"
    >
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">Goes along</th>
              <th scope="col">Critical</th>
              <th scope="col">Sensitivity</th>
              <th scope="col">Spread from</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((driver) => (
              <Driver key={driver.task.id} driver={driver} />
            ))}
          </tbody>
        </table>
      </div>
      {drivers.length > fewest ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer' : `All ${drivers.length}`}
        </Button>
      ) : null}
    </Section>
  );
}

function Driver({ driver }: { readonly driver: ForecastDriverView }) {
  const { task, project, rankCorrelation, sensitivity, criticality, source } = driver;
  return (
    <tr>
      <th scope="row">
        <AppLink href={`/tasks/${task.id}`} className={styles['link']}>
          {task.name}
        </AppLink>
        <span className={styles['project']}>
          <KindDot kind={project.kind} label={kindLabels[project.kind]} />
          {project.name}
        </span>
      </th>
      <td>
        <span className={styles['bar']}>
          <svg aria-hidden={true} preserveAspectRatio="none" viewBox="0 0 100 8">
            <rect className={styles['track']} width={100} height={8} />
            <rect
              className={styles['fill']}
              width={100 * Math.min(1, Math.abs(rankCorrelation))}
              height={8}
            />
          </svg>
          {rankCorrelation.toFixed(2)}
        </span>
      </td>
      <td>{shareText(criticality)}</td>
      <td>{sensitivity.toFixed(2)}</td>
      <td className={styles['dim']}>{sourceLabels[source]}</td>
    </tr>
  );
}
