import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { laneLabels, type MapEntry, type StrategyMap } from '../model.ts';
import styles from './map.module.css';

/** The map in words: each goal with its objectives and with the work that helps or hurts it. */
export function MapList({ map }: { readonly map: StrategyMap }) {
  const goals = map.entries.filter((entry) => entry.lane === 'goals');
  const alone = map.entries.filter(
    (entry) => entry.lane !== 'goals' && !map.links.some((link) => link.from === entry.id),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
    <section className={styles['list']} tabIndex={0} aria-label="Strategy map as a list">
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className={styles['goal']}>
            <Line entry={goal} />
            <ul className={styles['under']}>
              {map.links
                .filter((link) => link.to === goal.id)
                .map((link) => {
                  const entry = map.entries.find((one) => one.id === link.from);
                  return entry ? (
                    <li key={link.id}>
                      <Line entry={entry} relation={link.words} />
                    </li>
                  ) : null;
                })}
            </ul>
          </li>
        ))}
        {alone.length > 0 ? (
          <li className={styles['goal']}>
            <strong>Under no goal</strong>
            <ul className={styles['under']}>
              {alone.map((entry) => (
                <li key={entry.id}>
                  <Line entry={entry} />
                </li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Line({ entry, relation }: { readonly entry: MapEntry; readonly relation?: string }) {
  return (
    <span className={styles['line']}>
      <span className={styles['kind']}>{laneLabels[entry.lane].replace(/s$/, '')}</span>
      <AppLink href={entry.href} className={styles['line-name']}>
        {entry.name}
      </AppLink>
      {relation ? <span className={styles['relation']}>{relation}</span> : null}
      <HealthMark health={entry.health} label={entry.words} />
    </span>
  );
}
