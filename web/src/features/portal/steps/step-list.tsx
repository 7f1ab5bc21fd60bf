import type { PortalStep } from '@evenkeel/contract/portal/overviews';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { joinClasses } from '../../../ui/join-classes.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { usePortalWords } from '../portal-context.ts';
import { usePortalFormats } from '../use-formats.ts';
import styles from './steps.module.css';

/** Milestones and tasks as lines: how far, what, by when. */
export function StepList({ steps }: { readonly steps: readonly PortalStep[] }) {
  const words = usePortalWords(portalPageWords);
  return (
    <ul className={styles['list']}>
      {steps.map((step) => (
        <li key={step.id} className={styles['step']} id={`step-${step.id}`}>
          <span className={styles['glyph']}>
            <ProgressGlyph
              shape={step.isDone ? 'done' : 'ring'}
              tone={step.isDone ? 'good' : step.isLate ? 'bad' : 'neutral'}
            />
          </span>
          <span className={joinClasses(styles['name'], step.isDone && styles['is-done'])}>
            {step.name}
            {step.side === 'client' && !step.isDone ? (
              <span className={styles['yours']}>{words('yours')}</span>
            ) : null}
          </span>
          <StepDay step={step} />
        </li>
      ))}
    </ul>
  );
}

/** The day as it was told; never one of the internal plan. */
function StepDay({ step }: { readonly step: PortalStep }) {
  const words = usePortalWords(portalPageWords);
  const { day: write } = usePortalFormats();
  const { day, doneOn } = step;
  if (step.isDone) {
    return (
      <span className={styles['day']}>
        {doneOn === null ? null : words('doneOn', { day: write(doneOn) })}
      </span>
    );
  }
  if (day === null) return <span className={styles['day']}>{words('noDay')}</span>;
  return (
    <span className={joinClasses(styles['day'], step.isLate && styles['is-late'])}>
      {words(step.isLate ? 'lateSince' : 'by', { day: write(day) })}
    </span>
  );
}
