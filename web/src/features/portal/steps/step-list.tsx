import type { PortalMetric, PortalStep } from '@evenkeel/contract/portal/overviews';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { joinClasses } from '../../../ui/join-classes.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { usePortalWords } from '../portal-context.ts';
import { usePortalFormats } from '../use-formats.ts';
import { StepDay } from './step-day.tsx';
import styles from './steps.module.css';

type StepListProps<Step extends PortalStep> = {
  readonly steps: readonly Step[];
  /** What else is said of a step, under its name. */
  readonly noteOf?: (step: Step) => string;
};

/** Milestones and tasks as lines: how far, what, by when. */
export function StepList<Step extends PortalStep>({ steps, noteOf }: StepListProps<Step>) {
  const words = usePortalWords(portalPageWords);
  return (
    <ul className={styles['list']}>
      {steps.map((step) => (
        <li key={step.id} className={styles['step']} id={step.id} tabIndex={-1}>
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
          {noteOf?.(step) ? <span className={styles['note']}>{noteOf(step)}</span> : null}
          {step.metric ? <StepMetric metric={step.metric} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** What the reader measures at a milestone: where it was, is, and is to be. */
function StepMetric({ metric }: { readonly metric: PortalMetric }) {
  const words = usePortalWords(satisfactionWords);
  const { day: write, number } = usePortalFormats();
  const { name, unit, baseline, target, measured, measuredOn, isReached } = metric;
  const say = (value: number) => `${number(value)} ${unit}`.trim();
  const values = {
    ...(baseline === null ? {} : { baseline: say(baseline) }),
    ...(target === null ? {} : { target: say(target) }),
    ...(measured === null ? {} : { measured: say(measured) }),
  };
  const key =
    target === null
      ? null
      : measured === null
        ? 'metricTarget'
        : baseline === null
          ? 'metricMeasured'
          : 'metricProgress';
  return (
    <span className={styles['metric']}>
      {name}: {key === null ? (values.measured ?? values.baseline) : words(key, values)}
      {measuredOn === null ? '' : `, ${words('metricOn', { day: write(measuredOn) })}`}
      {isReached ? <span className={styles['reached']}>{words('metricReached')}</span> : null}
    </span>
  );
}
