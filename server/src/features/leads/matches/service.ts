import {
  accountLikeness,
  contactLikeness,
  domainOf,
  proposedFrom,
} from '@evenkeel/core/duplicates/likeness';
import { looseKey } from '@evenkeel/core/imports/name-match';
import type { Scope } from '../../../platform/db/scope.ts';
import { accountNames, contactNames } from '../../duplicates/candidates/service.ts';

/** Most matches that are shown of each kind. */
const mostShown = 5;

type Sought = {
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Accounts and contacts that are here already and probably mean the lead's, the likeliest first. */
export async function findMatches(scope: Scope, lead: Sought) {
  const company = {
    id: '',
    name: lead.company ?? '',
    website: domainOf(lead.email),
  };
  const accounts = best(await accountNames(scope), (account) =>
    lead.company || company.website ? accountLikeness(company, account).score : 0,
  );
  const accountIds = accounts.map(({ id }) => id);
  const person = {
    id: '',
    name: lead.name,
    emails: lead.email ? [lead.email] : [],
    phones: lead.phone ? [lead.phone] : [],
    accountIds,
  };
  const contacts = best(await contactNames(scope), (contact) =>
    looseKey(lead.name) === '' ? 0 : contactLikeness(person, contact).score,
  );
  return { accounts, contacts };
}

function best<Item extends { readonly id: string; readonly name: string }>(
  items: readonly Item[],
  scoreOf: (item: Item) => number,
): { readonly id: Item['id']; readonly name: string }[] {
  return items
    .map((item) => ({ item, score: scoreOf(item) }))
    .filter(({ score }) => score >= proposedFrom)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ item: { id, name } }) => ({ id, name }));
}
