import type { CalendarDate } from '../../calendar-date.ts';
import { seededRandom } from '../../random.ts';
import type { SampleAccount, SampleDeal, SampleProject } from '../sample-firm.ts';
import type { ClientSample } from './client-sample.ts';
import { sampleCare, sampleContacts } from './contacts.ts';
import { sampleCustomerGoals, sampleCustomerInitiatives } from './customer-goals.ts';
import { sampleInteractions } from './interactions.ts';
import { sampleLeads } from './leads.ts';

type Firm = {
  readonly today: CalendarDate;
  readonly accounts: readonly SampleAccount[];
  readonly deals: readonly SampleDeal[];
  readonly projects: readonly SampleProject[];
};

/** The people at the accounts and everything said with them. Its own generator: the rest stays as it is. */
export function sampleClients({ today, accounts, deals, projects }: Firm): ClientSample {
  const random = seededRandom(7_301);
  const contacts = sampleContacts(random, accounts);
  const busy = new Set([
    ...projects.flatMap(({ account }) => (account === null ? [] : [account])),
    ...deals
      .filter(({ stage }) => stage !== 'won' && stage !== 'lost')
      .map(({ account }) => account),
  ]);
  return {
    care: sampleCare(random, accounts, busy),
    contacts,
    interactions: sampleInteractions({ today, random, contacts, deals, projects }),
    customerGoals: sampleCustomerGoals(today, contacts),
    customerInitiatives: sampleCustomerInitiatives(today, contacts),
    leads: sampleLeads(today),
  };
}
