import type { HandOffDraftView } from '@evenkeel/contract/hand-offs';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { originFieldLabels } from '../../../lib/hand-off-words.ts';
import { Section } from '../../../ui/page/section.tsx';
import styles from './hand-off.module.css';

/** What is still to be settled, and what stays behind with its reason (B09). */
export function Gaps({ draft }: { readonly draft: HandOffDraftView }) {
  const { gaps, dropped } = draft;
  return (
    <>
      <Section title="Still to be settled">
        {gaps.length === 0 ? (
          <p className={styles['good']}>
            <IconCircleCheck size={16} aria-hidden /> Nothing: delivery has all it needs to start.
          </p>
        ) : (
          <ul className={styles['gaps']}>
            {gaps.map((gap) => (
              <li key={gap.code + gap.message}>
                <IconAlertCircle size={16} aria-hidden />
                {gap.message}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {dropped.length > 0 ? (
        <details className={styles['dropped']}>
          <summary>What stays behind ({dropped.length}), and why</summary>
          <dl>
            {dropped.map(({ field, reason }) => (
              <div key={field}>
                <dt>{originFieldLabels[field] ?? field}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </>
  );
}
