import type { PortalStep } from '@evenkeel/contract/portal/overviews';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { joinClasses } from '../../../ui/join-classes.ts';
import { usePortalWords } from '../portal-context.ts';
import { usePortalFormats } from '../use-formats.ts';
import styles from './steps.module.css';

/** The day as it was told; never one of the internal plan. */
export function StepDay({ step }: { readonly step: PortalStep }) {
  const wordsOf = useStepDay();
  const isLate = !step.isDone && step.day !== null && step.isLate;
  return (
    <span className={joinClasses(styles['day'], isLate && styles['is-late'])}>{wordsOf(step)}</span>
  );
}

/** Says when a step is due, was due, or was done. */
export function useStepDay(): (step: PortalStep) => string {
  const words = usePortalWords(portalPageWords);
  const { day: write } = usePortalFormats();
  return ({ isDone, isLate, day, doneOn }) => {
    if (isDone) return doneOn === null ? '' : words('doneOn', { day: write(doneOn) });
    if (day === null) return words('noDay');
    return words(isLate ? 'lateSince' : 'by', { day: write(day) });
  };
}
