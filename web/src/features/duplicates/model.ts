import type { Comparison, DuplicatePairView } from '@evenkeel/contract/duplicates';
import { isCalendarDate } from '@evenkeel/core/calendar-date';
import { channelLabels } from '@evenkeel/core/contacts/channel';
import { lifecycleLabels } from '@evenkeel/core/contacts/lifecycle';
import type { LikenessReason } from '@evenkeel/core/duplicates/likeness';
import {
  isEmptyValue,
  type MergeChoice,
  type MergeField,
  type MergeKind,
} from '@evenkeel/core/duplicates/merge';
import { money } from '@evenkeel/core/money';
import { formatDate } from '../../ui/format/date.ts';
import { languageName } from '../../ui/format/language.ts';
import { formatMoney } from '../../ui/format/money.ts';
import { formatNumber } from '../../ui/format/number.ts';

export type ComparedField = Comparison['fields'][number];
export type Choices = Readonly<Partial<Record<MergeField, MergeChoice>>>;

const reasonWords: Readonly<Record<LikenessReason, string>> = {
  'same-email': 'same e-mail',
  'same-phone': 'same phone number',
  'same-domain': 'same domain',
  'same-name': 'same name',
  'near-name': 'names alike',
  'same-account': 'same account',
};

export const kindWords: Readonly<Record<MergeKind, string>> = {
  account: 'Account',
  contact: 'Contact',
};

/** `Same e-mail, names alike`. */
export function reasonsInWords(reasons: readonly LikenessReason[]): string {
  const text = reasons.map((reason) => reasonWords[reason]).join(', ');
  return text === '' ? 'Nothing says so but you' : text.charAt(0).toUpperCase() + text.slice(1);
}

export function pairHref({ kind, first, second }: DuplicatePairView): string {
  return `/accounts/duplicates/${kind}/${first.id}/${second.id}`;
}

export const fieldLabels: Readonly<Record<MergeField, string>> = {
  name: 'Name',
  sector: 'Sector',
  country: 'Country',
  website: 'Website',
  ownerId: 'Owner',
  parentId: 'Belongs to',
  lifecycle: 'Life',
  employees: 'Employees',
  annualRevenue: 'Annual revenue',
  foundedYear: 'Founded',
  preferredChannel: 'Likes to be reached by',
  language: 'Language',
  interpreterNote: 'Interpreter',
  contactCadenceDays: 'In contact every',
  nextContactOn: 'Next contact',
  notes: 'Notes',
  jobTitle: 'Job title',
  doNotContact: 'Do not contact',
};

/** A value as its page shows it; null where it says nothing. */
export function valueInWords(
  field: MergeField,
  value: ComparedField['first'],
  currency: string,
): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null || isEmptyValue(value)) return null;
  if (typeof value === 'number') return numberInWords(field, value, currency);
  if (field === 'lifecycle' && value in lifecycleLabels)
    // The line above has just shown that it is one of the keys.
    return lifecycleLabels[value as keyof typeof lifecycleLabels];
  if (field === 'preferredChannel' && value in channelLabels)
    // As above.
    return channelLabels[value as keyof typeof channelLabels];
  if (field === 'language') return languageName(value);
  return isCalendarDate(value) ? formatDate(value) : value;
}

function numberInWords(field: MergeField, value: number, currency: string): string {
  if (field === 'annualRevenue') return formatMoney(money(value, currency));
  if (field === 'contactCadenceDays') return `${formatNumber(value)} days`;
  return field === 'foundedYear' ? String(value) : formatNumber(value);
}

/** Whether there is anything to choose: the two say different things. */
export function isChoice({ first, second }: ComparedField): boolean {
  return first !== second && !(isEmptyValue(first) && isEmptyValue(second));
}

/** What the merged record gives to the kept one, by what was chosen side by side. */
export function takenFields(comparison: Comparison, choices: Choices, isFirstKept: boolean) {
  const kept: MergeChoice = isFirstKept ? 'first' : 'second';
  return comparison.fields.filter(isChoice).flatMap(({ field, proposed }) => {
    const choice = choices[field] ?? proposed;
    if (choice === kept) return [];
    return [{ field, from: choice === 'both' ? ('both' as const) : ('merged' as const) }];
  });
}
