import type { ClientStakeholderView } from '@evenkeel/contract/client-stakeholders';
import { type ContactChannel, channelLabels } from '@evenkeel/core/contacts/channel';
import type { Engagement } from '@evenkeel/core/stakeholders/stakeholder-grid';
import { languageName } from '../../ui/format/language.ts';

/** What the fields of the grid are called, and what belongs there. */
export const engagementWords: Record<
  Engagement,
  { readonly label: string; readonly note: string }
> = {
  'manage-closely': {
    label: 'Manage closely',
    note: 'High influence, high interest: part of every larger decision.',
  },
  'keep-satisfied': {
    label: 'Keep satisfied',
    note: 'High influence, low interest: short, and nothing that surprises.',
  },
  'keep-informed': {
    label: 'Keep informed',
    note: 'Low influence, high interest: they feel the result every day.',
  },
  monitor: { label: 'Monitor', note: 'Low influence, low interest: as little as will do.' },
};

/** How and how often somebody wants to hear: `Phone, every 14 days`. */
export function hearsText(row: ClientStakeholderView): string {
  const channel: ContactChannel | null = row.channel ?? row.usualChannel;
  const often =
    row.everyDays === null ? '' : row.everyDays === 1 ? 'every day' : `every ${row.everyDays} days`;
  return [channel === null ? '' : channelLabels[channel], often]
    .filter((part) => part !== '')
    .join(', ');
}

/** Language, and an interpreter where one is needed (CL-22). */
export function languageText({ language, interpreter }: ClientStakeholderView): string {
  const named = language === null ? '' : languageName(language);
  return [named, interpreter === '' ? '' : `Interpreter: ${interpreter}`]
    .filter((part) => part !== '')
    .join(' · ');
}
