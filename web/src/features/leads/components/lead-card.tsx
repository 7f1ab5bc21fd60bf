import type { LeadView } from '@evenkeel/contract/leads';
import { recordNumber } from '../../../lib/record-number.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import styles from './lead-card.module.css';

/** A lead on the board: who, from where, what they want, and how far it is qualified. */
export function LeadCard({ lead }: { readonly lead: LeadView }) {
  return (
    <div className={styles['card']}>
      <span className={styles['dim']}>
        {recordNumber('lead', lead.number)}
        {lead.source ? ` · ${lead.source}` : ''}
      </span>
      <span className={styles['name']}>{lead.name}</span>
      <span className={styles['line']}>{lead.company ?? 'No company yet'}</span>
      <span className={styles['foot']}>
        <span title="Criteria of the definition that are met">
          {lead.metCount} of {lead.criteria.length}
        </span>
        <DateText date={lead.stateSince} />
        {lead.owner ? <PersonMark person={lead.owner} show="initials" /> : null}
      </span>
    </div>
  );
}
