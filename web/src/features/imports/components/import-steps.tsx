import { Fragment } from 'react';
import { formatNumber } from '../../../ui/format/number.ts';
import styles from './imports.module.css';

/** The steps of an import that has not run, in order. */
export const importSteps = ['files', 'choices', 'confirm'] as const;
export type ImportStep = (typeof importSteps)[number];

type ImportStepsProps = {
  readonly current: ImportStep;
  /** The columns are mapped, so that the later steps can be opened. */
  readonly isMapped: boolean;
  readonly counts: Readonly<Partial<Record<ImportStep, number>>>;
  readonly onGo: (step: ImportStep) => void;
};

const words: Readonly<Record<ImportStep, string>> = {
  files: 'Files and columns',
  choices: 'Choices',
  confirm: 'Confirm',
};

/** Where one stands in an import, and the way to the other steps. */
export function ImportSteps({ current, isMapped, counts, onGo }: ImportStepsProps) {
  return (
    <nav aria-label="Steps" className={styles['steps']}>
      {importSteps.map((step, index) => (
        <Fragment key={step}>
          {index > 0 ? <span className={styles['step-line']} aria-hidden /> : null}
          <button
            type="button"
            className={styles['step']}
            aria-current={step === current ? 'step' : undefined}
            disabled={step !== 'files' && !isMapped}
            onClick={() => onGo(step)}
          >
            {words[step]}
            {counts[step] === undefined ? null : (
              <span className={styles['step-count']}>{formatNumber(counts[step])}</span>
            )}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
