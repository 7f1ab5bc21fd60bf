import type { MixView } from '@evenkeel/contract/balance';
import type { ShareVerdict } from '@evenkeel/core/balance/mix';
import { formatPercent, nothing } from '../../../ui/format/number.ts';

/** A judgement as the kit draws it. */
export type Judgement = 'good' | 'warn' | 'bad' | 'neutral';

export const verdictWords: Record<ShareVerdict, string> = {
  'on-target': 'On target',
  'too-client-heavy': 'Too client-heavy',
  'too-strategic': 'Too strategic',
  'no-work': 'No work',
};

export const verdictJudgement: Record<ShareVerdict, Judgement> = {
  'on-target': 'good',
  'too-client-heavy': 'bad',
  'too-strategic': 'warn',
  'no-work': 'neutral',
};

/** A share of hours in words: `22%`, a dash without work. */
export function shareWords(share: MixView['shareByMinutes']): string {
  return share === null ? nothing : formatPercent(share);
}
