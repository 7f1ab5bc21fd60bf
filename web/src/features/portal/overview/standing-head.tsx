import type { PortalOverview } from '@evenkeel/contract/portal/overviews';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { ProgressGlyph, type ProgressShape } from '../../../ui/marks/progress-glyph.tsx';
import { usePortalWords } from '../portal-context.ts';
import styles from './overview.module.css';

const standings = {
  'not-started': { word: 'standingNotStarted', shape: 'ring', tone: 'neutral' },
  'on-track': { word: 'standingOnTrack', shape: 'half', tone: 'good' },
  late: { word: 'standingLate', shape: 'half', tone: 'bad' },
  completed: { word: 'standingCompleted', shape: 'done', tone: 'good' },
} as const;

type StandingHeadProps = {
  readonly overview: Pick<PortalOverview, 'standing' | 'progress' | 'doneCount' | 'stepCount'>;
};

/** How the project stands against what was promised, and how far it is. */
export function StandingHead({ overview }: StandingHeadProps) {
  const words = usePortalWords(portalPageWords);
  const { standing, progress, doneCount, stepCount } = overview;
  const { word, shape, tone } = standings[standing];
  return (
    <div className={styles['standing']}>
      <p className={styles['word']}>
        <ProgressGlyph shape={shapeOf(shape, progress)} tone={tone} />
        {words(word)}
      </p>
      <p className={styles['quiet-line']}>
        {progress === null
          ? words('noProgress')
          : words('progress', { done: doneCount, all: stepCount })}
      </p>
      {progress === null ? null : (
        <div className={styles['bar']} aria-hidden>
          <div className={styles['done']} style={{ width: `${progress / 100}%` }} />
        </div>
      )}
    </div>
  );
}

/** How far it is also shows in the mark. */
function shapeOf(shape: ProgressShape, progress: number | null): ProgressShape {
  if (shape !== 'half' || progress === null) return shape;
  if (progress < 3_750) return 'quarter';
  return progress < 6_250 ? 'half' : 'three-quarters';
}
