import type { PersonRow } from '@evenkeel/contract/people';
import type { PersonKind } from '@evenkeel/core/people/person';
import { formatEffort } from '../../ui/format/effort.ts';

export const kindLabels: Record<PersonKind, string> = {
  staff: 'Staff',
  contractor: 'Contractor',
  vendor: 'Vendor',
};

/** The days of a week, Monday first. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
/** A day of a week. */
export type Weekday = (typeof weekdays)[number];

/** “Mon 8 h, Tue 8 h”. */
export function weekWords(weekMinutes: readonly number[]): string {
  const worked = weekdays.flatMap((day, index) => {
    const minutes = weekMinutes[index] ?? 0;
    return minutes > 0 ? [`${day.slice(0, 3)} ${formatEffort(minutes)}`] : [];
  });
  return worked.length === 0 ? 'no day' : worked.join(', ');
}

export const kindChoices = Object.entries(kindLabels).map(([value, label]) => ({
  // The keys of the labels are the kinds.
  value: value as PersonKind,
  label,
}));

/** Whether somebody has left by a day. */
export function hasLeft(person: Pick<PersonRow, 'leftOn'>, today: string): boolean {
  return person.leftOn !== null && person.leftOn < today;
}

/** The views of the page, each with its address. */
export function peopleTabs(active: 'people' | 'leave' | 'teams' | 'roles' | 'skills') {
  return [
    { label: 'People', href: '/people', active: active === 'people' },
    { label: 'Leave', href: '/people/leave', active: active === 'leave' },
    { label: 'Teams', href: '/people/teams', active: active === 'teams' },
    { label: 'Roles', href: '/people/roles', active: active === 'roles' },
    { label: 'Skills', href: '/people/skills', active: active === 'skills' },
  ];
}

/** What is kept of an hour that is sold, in basis points of the bill rate; null where nothing is sold. */
export function marginShare(rates: { costRate: number; billRate: number }): number | null {
  if (rates.billRate === 0) return null;
  return Math.round(((rates.billRate - rates.costRate) * 10_000) / rates.billRate);
}
