import type { StakeholderPart } from '@evenkeel/core/deals/stakeholders';

/** What the part of a contact in a decision is called. */
export const stakeholderPartLabels: Record<StakeholderPart, string> = {
  decides: 'Decides',
  pays: 'Pays',
  influences: 'Influences',
  uses: 'Will use it',
  supports: 'Supports us',
  blocks: 'Is against it',
};
