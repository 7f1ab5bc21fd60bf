import { isCalendarDate } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { formatDate } from '../../ui/format/date.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { formatMoney } from '../../ui/format/money.ts';
import { formatPercent } from '../../ui/format/number.ts';

const amounts = new Set([
  'value',
  'price',
  'budget',
  'annual revenue',
  'cost rate',
  'bill rate',
  'amount',
  'actual amount',
]);
const shares = new Set([
  'probability',
  'strategic share target',
  'strategic share tolerance',
  'adoption target',
  'adoption actual',
  'share basis points',
]);

/** Columns whose name says the unit they are kept in, as people call them. */
const names: Readonly<Record<string, string>> = {
  minutes: 'hours',
  'estimate minutes': 'estimate',
  'minutes per day': 'hours a day',
  'share basis points': 'share of the day',
  'weekly minutes': 'hours a week',
  'promised weekly minutes': 'hours promised a week',
  'on date': 'day',
};

/** Tables whose name is not what people call a row of them. */
const nouns: Readonly<Record<string, string>> = {
  deal_demand: 'hours sold',
  goal_link: 'link to a goal',
  origin: 'origin of a field',
  person_rate: 'rate',
  person_term: 'terms',
  person_skill: 'skill',
  role_rate: 'rate',
};

/** What a row of a table is called: `hours sold` for `deal_demand`. */
export function nounInWords(subject: string): string {
  return nouns[subject] ?? subject.replaceAll('_', ' ');
}

/** A recorded field as people call it. */
export function fieldInWords(field: string): string {
  return names[field] ?? field.replace(/ (minutes|on)$/, '').replace(/^is /, '');
}

/** A recorded value as people write it: the column's name says the unit. */
export function inWords(field: string, value: string | null, currency: string): string | null {
  if (value === null) return null;
  if (isCalendarDate(value)) return formatDate(value);
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no';
  const number = Number(value);
  if (!Number.isSafeInteger(number)) return value;
  if (/minutes( per day)?$/.test(field)) return formatEffort(number);
  if (amounts.has(field)) return formatMoney(money(number, currency));
  return shares.has(field) ? formatPercent(number) : value;
}
