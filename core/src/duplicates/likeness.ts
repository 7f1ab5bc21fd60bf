import { emailKey, phoneKey } from '../contacts/channel.ts';
import { editDistance, looseKey, toleratedSlips } from '../imports/name-match.ts';

/** What says that two records mean the same; shown to the one who decides. */
export const likenessReasons = [
  'same-email',
  'same-phone',
  'same-domain',
  'same-name',
  'near-name',
  'same-account',
] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** How much two records are alike: 0 for not at all, 100 for surely the same. */
export type Likeness = { readonly score: number; readonly reasons: readonly LikenessReason[] };

/** An account, as far as likeness looks at it. */
export type LikeAccount = {
  readonly id: string;
  readonly name: string;
  readonly website: string | null;
};

/** A contact, as far as likeness looks at it. */
export type LikeContact = {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly accountIds: readonly string[];
};

/** Two records that probably mean the same. */
export type DuplicatePair = Likeness & { readonly firstId: string; readonly secondId: string };

/** From this score on two records are proposed as one. */
export const proposedFrom = 60;

const legalForms =
  /\b(gmbh( & co\.? kg)?|ag|kg|ohg|ug|se|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|co|company|bv|nv|sa|sas|sarl|spa|srl|as|asa|ab|aps|oy|oyj|kft|sro|sp z o ?o)\b/g;

/** Domains that say nothing about a firm. */
const sharedDomains: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com gmx.de gmx.net web.de t-online.de proton.me protonmail.com aol.com'.split(
    ' ',
  ),
);

/**
 * A firm's name without its legal form, accents, spaces and punctuation.
 * @example companyKey('Harbour Logistics GmbH') // 'harbourlogistics'
 */
export function companyKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.,]/g, '');
  return looseKey(words.replace(legalForms, ' ')) || looseKey(name);
}

/**
 * The domain of a website or an e-mail address; null where it says nothing about the firm.
 * @example domainOf('https://www.harbour.example/about') // 'harbour.example'
 */
export function domainOf(address: string | null): string | null {
  if (!address) return null;
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/, '');
  return /^[^\s.]+(\.[^\s.]+)+$/.test(host) && !sharedDomains.has(host) ? host : null;
}

/** How much two accounts are alike, by name and by the domain of their website. */
export function accountLikeness(a: LikeAccount, b: LikeAccount): Likeness {
  const domain = domainOf(a.website);
  const isSameDomain = domain !== null && domain === domainOf(b.website);
  const [one, two] = [companyKey(a.name), companyKey(b.name)];
  return likeness([
    isSameDomain && (['same-domain', 60] as const),
    one === two && (['same-name', 75] as const),
    one !== two && isNear(one, two) && (['near-name', 55] as const),
  ]);
}

/** How much two contacts are alike, by e-mail, phone, name and account. */
export function contactLikeness(a: LikeContact, b: LikeContact): Likeness {
  const share = (one: readonly string[], two: readonly string[], key: (text: string) => string) => {
    const keys = new Set(one.map(key).filter((text) => text !== ''));
    return two.some((text) => keys.has(key(text)));
  };
  const [one, two] = [looseKey(a.name), looseKey(b.name)];
  return likeness([
    share(a.emails, b.emails, emailKey) && (['same-email', 85] as const),
    share(a.phones, b.phones, phoneKey) && (['same-phone', 35] as const),
    one === two && (['same-name', 45] as const),
    one !== two && isNear(one, two) && (['near-name', 30] as const),
    share(a.accountIds, b.accountIds, (id) => id) && (['same-account', 20] as const),
  ]);
}

/** Pairs of accounts that probably mean the same, the likeliest first. O(n × records alike by key). */
export function duplicateAccounts(accounts: readonly LikeAccount[]): readonly DuplicatePair[] {
  return pairs(accounts, {
    likeness: accountLikeness,
    keys: (account) => [
      `name ${companyKey(account.name)}`,
      `start ${companyKey(account.name).slice(0, 4)}`,
      `domain ${domainOf(account.website) ?? ''}`,
    ],
  });
}

/** Pairs of contacts that probably mean the same, the likeliest first. O(n × records alike by key). */
export function duplicateContacts(contacts: readonly LikeContact[]): readonly DuplicatePair[] {
  return pairs(contacts, {
    likeness: contactLikeness,
    keys: (contact) => [
      `name ${looseKey(contact.name)}`,
      `start ${looseKey(contact.name).slice(0, 5)}`,
      ...contact.emails.map((email) => `email ${emailKey(email)}`),
      ...contact.phones.map((phone) => `phone ${phoneKey(phone)}`),
    ],
  });
}

/** One name for a pair, whichever comes first: under it a decision is remembered. */
export function inOrder(one: string, two: string): readonly [string, string] {
  return one < two ? [one, two] : [two, one];
}

/** More records than this under one key are not compared: the key says nothing then. */
const mostAlike = 200;

type Comparison<Item> = {
  readonly likeness: (a: Item, b: Item) => Likeness;
  readonly keys: (item: Item) => readonly string[];
};

function pairs<Item extends { readonly id: string }>(
  items: readonly Item[],
  by: Comparison<Item>,
): readonly DuplicatePair[] {
  const found = new Map<string, DuplicatePair>();
  for (const block of blocksOf(items, by.keys)) {
    for (const pair of pairsWithin(block, by)) found.set(`${pair.firstId} ${pair.secondId}`, pair);
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.firstId < b.firstId ? -1 : 1));
}

/** Items that share a key; a key that is empty, or that too many share, says nothing. */
function blocksOf<Item>(
  items: readonly Item[],
  keys: Comparison<Item>['keys'],
): readonly (readonly Item[])[] {
  const blocks = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const block = blocks.get(key);
      if (block) block.push(item);
      else if (!key.endsWith(' ')) blocks.set(key, [item]);
    }
  }
  return [...blocks.values()].filter((block) => block.length <= mostAlike);
}

function pairsWithin<Item extends { readonly id: string }>(
  block: readonly Item[],
  by: Comparison<Item>,
): DuplicatePair[] {
  return block.flatMap((a, at) =>
    block.slice(at + 1).flatMap((b): DuplicatePair[] => {
      const alike = by.likeness(a, b);
      if (alike.score < proposedFrom) return [];
      const [firstId, secondId] = inOrder(a.id, b.id);
      return [{ firstId, secondId, ...alike }];
    }),
  );
}

function likeness(parts: readonly (readonly [LikenessReason, number] | false)[]): Likeness {
  const holding = parts.filter((part) => part !== false);
  const score = Math.min(
    100,
    holding.reduce((sum, [, points]) => sum + points, 0),
  );
  return { score, reasons: holding.map(([reason]) => reason) };
}

function isNear(one: string, two: string): boolean {
  const limit = toleratedSlips(Math.min(one.length, two.length));
  return limit > 0 && editDistance(one, two, limit) <= limit;
}
