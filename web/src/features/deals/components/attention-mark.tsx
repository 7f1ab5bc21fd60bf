import type { DealRow } from '@evenkeel/contract/deals';
import { lastMove } from '@evenkeel/core/deals/quiet';
import { IconAlarm, IconZzz } from '@tabler/icons-react';
import { formatDate } from '../../../ui/format/date.ts';
import { attentionOf } from '../model.ts';
import styles from './attention.module.css';

type AttentionMarkProps = {
  readonly deal: DealRow;
  readonly isOpen: boolean;
  readonly compact?: boolean;
};

/** That a deal has gone quiet, or that its next step is overdue; nothing when all is well. */
export function AttentionMark({ deal, isOpen, compact = false }: AttentionMarkProps) {
  const attention = attentionOf(deal, isOpen);
  if (attention === null) return null;
  const isOverdue = attention === 'overdue';
  const words = isOverdue ? 'Next step overdue' : 'Gone quiet';
  const since = isOverdue ? deal.nextStepOn : lastMove(deal);
  const Icon = isOverdue ? IconAlarm : IconZzz;
  const title = `${words} since ${since ? formatDate(since) : 'long ago'}`;
  return (
    <span className={styles[attention]} title={title}>
      <Icon size={14} aria-hidden />
      <span className={compact ? styles['hidden'] : undefined}>{compact ? title : words}</span>
    </span>
  );
}
