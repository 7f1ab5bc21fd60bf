import type { StakeholderPart } from '../../deals/stakeholders.ts';
import type { SampleDeal, SampleKey } from '../sample-firm.ts';
import type { SampleContact } from './client-sample.ts';

/** Somebody at the customer with their part in the decision about a deal. */
export type SampleStakeholder = {
  readonly deal: SampleKey;
  readonly contact: SampleKey;
  readonly part: StakeholderPart;
  readonly note: string;
};

/** In this order, as many as the account has people: who decides is known first. */
const parts: readonly (readonly [part: StakeholderPart, note: string])[] = [
  ['decides', 'Signs up to this amount alone.'],
  ['uses', 'Will work with it every day.'],
  ['influences', ''],
  ['pays', 'Holds the budget of the year.'],
];
const most = 3;

/** Who decides at the customer, for deals past their first stage; no deal is quite complete. */
export function sampleStakeholders(
  deals: readonly SampleDeal[],
  contacts: readonly SampleContact[],
): SampleStakeholder[] {
  return deals
    .filter(({ stage, key }) => wanted.has(stage) || named.has(key))
    .flatMap((deal, index) =>
      contacts
        .filter((contact) => contact.accounts.some(({ account }) => account === deal.account))
        .slice(0, 1 + (index % most))
        .flatMap((contact, place) => {
          const [part, note] = parts[place] ?? [];
          return part ? [{ deal: deal.key, contact: contact.key, part, note: note ?? '' }] : [];
        }),
    );
}

const wanted: ReadonlySet<string> = new Set(['discovery', 'proposal', 'negotiation', 'care-talks']);
/** The two deals that the guide walks through. */
const named: ReadonlySet<string> = new Set(['ready', 'waiting']);
