import type { ChecklistStep } from '@evenkeel/contract/workspaces';

/** Each step of the checklist in words, and where it is done. */
export const stepWords: Record<
  ChecklistStep,
  { readonly title: string; readonly why: string; readonly href: string; readonly action: string }
> = {
  accounts: {
    title: 'Bring in your accounts and deals',
    why: 'From a CSV file, or one by one.',
    href: '/import',
    action: 'Import',
  },
  plan: {
    title: 'Write a strategic plan with a goal',
    why: 'A goal says what shall be different, measured, and by when.',
    href: '/plans',
    action: 'Open plans',
  },
  initiative: {
    title: 'Approve an initiative under it',
    why: 'Your own work for a goal, with hours promised to it.',
    href: '/initiatives',
    action: 'Open initiatives',
  },
  'hand-off': {
    title: 'Win a deal and accept its hand-off',
    why: 'It becomes a client project with phases, tasks and hours.',
    href: '/deals',
    action: 'Open deals',
  },
  time: {
    title: 'Log time',
    why: 'With the timer or in the week, on work of both kinds.',
    href: '/time',
    action: 'Open time',
  },
  balance: {
    title: 'Look at the balance',
    why: 'Where the hours go: client projects against initiatives, month by month.',
    href: '/balance',
    action: 'Open balance',
  },
};

/** A greeting for the hour of the reader's clock. */
export function greeting(hour: number, name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  const part =
    hour < 5
      ? 'Good night'
      : hour < 12
        ? 'Good morning'
        : hour < 18
          ? 'Good afternoon'
          : 'Good evening';
  return first === '' ? part : `${part}, ${first}`;
}
