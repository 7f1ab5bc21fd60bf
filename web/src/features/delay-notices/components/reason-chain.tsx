import type { DelayNoticeView } from '@evenkeel/contract/delay-notices';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { causeLabels, daysInWords, sidesInWords } from '../model.ts';
import styles from './notices.module.css';

/** Why the date slips, task by task, in the order of the work; the days add up to the slip. */
export function ReasonChain({ notice }: { readonly notice: DelayNoticeView }) {
  return (
    <Section
      title="Why, for the firm"
      note="Computed from the plan when the date was told and the plan now. The client reads the causes without names of what they do not see."
    >
      <ul className={styles['reasons']} aria-label="Reasons">
        {notice.reasons.map(({ cause, days, task, projectName }) => (
          <li key={`${cause} ${task?.id ?? ''}`} className={styles['reason']}>
            <span className={styles['grow']}>
              {causeLabels[cause]}
              {task ? (
                <>
                  : <AppLink href={`/tasks/${task.id}`}>{task.name}</AppLink>
                </>
              ) : null}
              {projectName ? <span className={styles['dim']}> in {projectName}</span> : null}
            </span>
            <span className={styles['days']}>{daysInWords(days)}</span>
          </li>
        ))}
        <li className={`${styles['reason']} ${styles['sum']}`}>
          <span className={styles['grow']}>Slip</span>
          <span className={styles['days']}>{daysInWords(notice.slipDays)}</span>
        </li>
      </ul>
      <p className={styles['dim']}>{sidesInWords(notice.sides)}</p>
    </Section>
  );
}
