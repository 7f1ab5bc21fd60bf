import type { BalanceView, InitiativePromiseView } from '@evenkeel/contract/balance';
import { sumOf } from '@evenkeel/core/grouping';
import { formatDate } from '../../../ui/format/date.ts';
import { formatEffort, formatHours } from '../../../ui/format/effort.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { finishWords } from '../model/finish-words.ts';
import { projectAddress } from '../model/record-address.ts';
import type { OpenRows } from '../model/view-state.ts';
import styles from './promises.module.css';

/** Client projects that are named as taking the hours; the others come as one sum. */
const mostNamed = 3;

type InitiativePromisesProps = {
  readonly view: BalanceView;
  readonly onOpen: (rows: OpenRows) => void;
};

/** What each initiative was promised and given, week by week, and who took the difference (B06). */
export function InitiativePromises({ view, onOpen }: InitiativePromisesProps) {
  return (
    <ul className={styles['list']}>
      {view.initiatives.map((initiative) => (
        <li key={initiative.projectId} className={styles['item']}>
          <Initiative view={view} initiative={initiative} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

type InitiativeProps = InitiativePromisesProps & { readonly initiative: InitiativePromiseView };

function Initiative({ view, initiative, onOpen }: InitiativeProps) {
  const { projectId, from, to, promisedMinutes, givenMinutes, shortfallMinutes } = initiative;
  const name = projectName(view, projectId);
  const finish = view.finishes.find((one) => one.projectId === projectId);
  return (
    <>
      <div className={styles['head']}>
        <KindDot kind="initiative" />
        <AppLink className={styles['name']} href={projectAddress('initiative', projectId)}>
          {name}
        </AppLink>
        <span className={joinClasses(styles['dim'], styles['forecast'])}>
          {finish ? finishWords(finish) : null}
        </span>
      </div>
      <button
        type="button"
        className={styles['figures']}
        onClick={() =>
          onOpen({
            title: `${name}: hours given`,
            filter: { from, to, projectId, certainty: 'logged' },
          })
        }
      >
        <span className={styles['track']} aria-hidden>
          <span
            className={styles['given']}
            style={{ width: share(givenMinutes, promisedMinutes) }}
          />
        </span>
        <span className={styles['words']}>
          {calm(givenMinutes)} given of {calm(promisedMinutes)} promised
          <span className={styles['dim']}> since {formatDate(from)}</span>
        </span>
      </button>
      <Weeks initiative={initiative} />
      <p className={joinClasses(styles['short'], initiative.isShort && styles['bad'])}>
        {shortfallMinutes === 0 ? 'Promise kept' : `${calm(shortfallMinutes)} short`}
      </p>
      {shortfallMinutes > 0 ? (
        <Culprits view={view} initiative={initiative} onOpen={onOpen} />
      ) : null}
    </>
  );
}

function Weeks({ initiative }: { readonly initiative: InitiativePromiseView }) {
  const most = Math.max(
    1,
    ...initiative.weeks.map((week) => Math.max(week.promisedMinutes, week.givenMinutes)),
  );
  const words = initiative.weeks.filter((week) => week.givenMinutes < week.promisedMinutes).length;
  return (
    <div
      className={styles['weeks']}
      role="img"
      aria-label={`${words} of ${initiative.weeks.length} weeks below the promise`}
    >
      {initiative.weeks.map((week) => (
        <span
          key={week.week}
          className={styles['week']}
          title={`Week of ${formatDate(week.week)}: ${formatEffort(week.givenMinutes)} of ${formatEffort(week.promisedMinutes)}`}
        >
          <span
            className={styles['promised']}
            style={{ height: share(week.promisedMinutes, most) }}
          />
          <span className={styles['worked']} style={{ height: share(week.givenMinutes, most) }} />
        </span>
      ))}
    </div>
  );
}

function Culprits({ view, initiative, onOpen }: InitiativeProps) {
  const { culprits, unexplainedMinutes, from, to } = initiative;
  const named = culprits.slice(0, mostNamed);
  const others = sumOf(culprits.slice(mostNamed), (culprit) => culprit.minutes);
  return (
    <p className={styles['culprits']}>
      {culprits.length > 0
        ? 'The same people worked on '
        : 'No client work of the same people explains it. '}
      {named.map((culprit, index) => (
        <span key={culprit.projectId}>
          {index > 0 ? ', ' : ''}
          <button
            type="button"
            className={styles['culprit']}
            onClick={() =>
              onOpen({
                title: `${projectName(view, culprit.projectId)}: hours worked meanwhile`,
                filter: { from, to, projectId: culprit.projectId, certainty: 'logged' },
              })
            }
          >
            {projectName(view, culprit.projectId)}
          </button>{' '}
          ({calm(culprit.minutes)})
        </span>
      ))}
      {others > 0 ? ` and other client projects (${calm(others)})` : ''}
      {culprits.length > 0 && unexplainedMinutes > 0
        ? `; ${calm(unexplainedMinutes)} not explained by client work`
        : ''}
    </p>
  );
}

/** Whole hours from ten on; the rows behind have the minutes. */
function calm(minutes: number): string {
  return minutes < 600 ? formatEffort(minutes) : formatHours(minutes);
}

function projectName(view: BalanceView, id: string): string {
  return view.names.projects.find((project) => project.id === id)?.name ?? '';
}

function share(part: number, whole: number): string {
  return `${Math.min(100, whole === 0 ? 0 : (part / whole) * 100)}%`;
}
