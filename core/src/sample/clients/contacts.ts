import { type Random, randomChoice, randomInteger } from '../../random.ts';
import type { SampleAccount } from '../sample-firm.ts';
import type { SampleCare, SampleContact } from './client-sample.ts';

type Names = { readonly given: string; readonly family: string; readonly language: string };

/** Given and family names, and the language, by country. */
const namesOf: Readonly<Record<string, Names>> = {
  Germany: {
    given: 'Katrin Stefan Birgit Jörg Anke Florian Meike Thomas',
    family: 'Vogel Krüger Hartmann Lorenz Seidel Brandl Fuchs Winter',
    language: 'de',
  },
  Austria: {
    given: 'Magdalena Georg Theresa Lukas',
    family: 'Gruber Steiner Moser Egger',
    language: 'de',
  },
  Switzerland: {
    given: 'Ursina Reto Nicole Beat',
    family: 'Zürcher Ammann Frei Bühler',
    language: 'de',
  },
  Norway: { given: 'Solveig Håkon Marit Eirik', family: 'Berg Dahl Lunde Moen', language: 'no' },
  Sweden: {
    given: 'Elin Gustav Karin Oskar',
    family: 'Ek Sandberg Nyström Wallin',
    language: 'sv',
  },
  Denmark: {
    given: 'Mette Rasmus Pernille Søren',
    family: 'Holm Krogh Bech Lund',
    language: 'da',
  },
  Finland: { given: 'Aino Mikko', family: 'Laine Heikkinen', language: 'fi' },
  Netherlands: {
    given: 'Femke Joost Marloes Sander',
    family: 'Visser Mulder Bakker Smit',
    language: 'nl',
  },
  Belgium: { given: 'Lies Wouter Nele', family: 'Peeters Claes Wouters', language: 'nl' },
  France: {
    given: 'Camille Antoine Élodie Bruno',
    family: 'Lefèvre Moreau Girard Perrin',
    language: 'fr',
  },
  Italy: { given: 'Chiara Paolo Silvia', family: 'Ricci Ferri Conti', language: 'it' },
  Spain: { given: 'Lucía Javier Carmen', family: 'Ortega Navarro Vidal', language: 'es' },
  Portugal: { given: 'Inês Rui', family: 'Carvalho Pires', language: 'pt' },
  Poland: { given: 'Agnieszka Piotr Marta', family: 'Zielińska Wójcik Mazur', language: 'pl' },
  Czechia: { given: 'Tereza Ondřej', family: 'Dvořáková Beneš', language: 'cs' },
  Lithuania: { given: 'Rūta Tomas', family: 'Kazlauskas Petrauskas', language: 'lt' },
  'United Kingdom': {
    given: 'Eleanor Graham Imogen Rupert Nisha Callum',
    family: 'Whitfield Barlow Prescott Lyall Mistry Doyle',
    language: 'en',
  },
  Ireland: {
    given: 'Aoife Cormac Niamh Declan',
    family: 'Byrne Quinlan Roche Tierney',
    language: 'en',
  },
};

const roles = [
  ['Chief executive', 'A short word before board meetings'],
  ['Head of operations', 'Dates a week ahead, and who comes on site'],
  ['Head of IT', 'Access requests in writing, early'],
  ['Finance director', 'Invoices by the tenth, with the order number'],
  ['Procurement lead', 'One contact for everything that is signed'],
  ['Project lead', 'A call every Monday'],
  ['Head of marketing', 'Drafts before they go out'],
  ['Programme manager', 'A list of decisions after each meeting'],
] as const;

const cadences = [30, 30, 45, 60, 90] as const;

/** Two people at each account or so, some of them at two; deterministic by the generator. */
export function sampleContacts(
  random: Random,
  accounts: readonly SampleAccount[],
): SampleContact[] {
  const taken = new Set<string>();
  const contacts = accounts.flatMap((account, index) =>
    Array.from({ length: index % 5 === 4 ? 3 : index % 7 === 6 ? 1 : 2 }, () =>
      contactAt(account, { random, taken }),
    ),
  );
  return [...contacts.map((contact, index) => withSecondPlace(contact, index, accounts)), twin];
}

/** How the accounts we deal with most want to be dealt with. */
export function sampleCare(
  random: Random,
  accounts: readonly SampleAccount[],
  busy: ReadonlySet<string>,
): SampleCare[] {
  return accounts
    .filter(({ key }) => busy.has(key))
    .map((account) => ({
      account: account.key,
      preferredChannel: randomChoice(random, ['email', 'phone', 'video', 'meeting'] as const),
      language: languageOf(account),
      interpreterNote:
        account.key === 'Fjord Ferries' ? 'Norwegian and English at the works council' : '',
      contactCadenceDays: randomChoice(random, cadences),
    }));
}

/** Somebody who was typed in twice: the same address, the name slightly off. */
const twin: SampleContact = {
  key: 'twin',
  name: 'Katrin Vogl',
  jobTitle: 'Head of operations',
  emails: ['katrin.vogel@harbour-logistics.example'],
  phone: null,
  preferredChannel: null,
  language: null,
  owner: 'Marek Novak',
  notes: 'From the trade fair.',
  doNotContact: false,
  accounts: [{ account: 'Harbour Logistics GmbH', role: 'Operations', needs: '', isPrimary: true }],
};

type Making = { readonly random: Random; readonly taken: Set<string> };

function contactAt(account: SampleAccount, { random, taken }: Making): SampleContact {
  const name = freshName(account, { random, taken });
  const [role, needs] = randomChoice(random, roles);
  const domain = account.website.replace('https://www.', '');
  return {
    key: name,
    name,
    jobTitle: role,
    emails: [`${mailName(name)}@${domain}`],
    phone:
      random() < 0.8
        ? `+${randomInteger(random, 31, 49)} ${randomInteger(random, 100, 999)} ${randomInteger(random, 100_000, 999_999)}`
        : null,
    preferredChannel:
      random() < 0.6 ? randomChoice(random, ['email', 'phone', 'video', 'message'] as const) : null,
    language: random() < 0.8 ? languageOf(account) : null,
    owner: account.owner,
    notes: '',
    doNotContact: random() < 0.03,
    accounts: [{ account: account.key, role, needs: random() < 0.5 ? needs : '', isPrimary: true }],
  };
}

/** A few sit on the board of another account as well. */
function withSecondPlace(
  contact: SampleContact,
  index: number,
  accounts: readonly SampleAccount[],
): SampleContact {
  const other = accounts[(index * 7) % accounts.length];
  const isElsewhere = contact.accounts.some(({ account }) => account === other?.key);
  if (index % 17 !== 3 || !other || isElsewhere) return contact;
  const seat = { account: other.key, role: 'Board member', needs: '', isPrimary: false };
  return { ...contact, accounts: [...contact.accounts, seat] };
}

function freshName(account: SampleAccount, { random, taken }: Making): string {
  const names = namesOf[account.country] ?? fallback;
  // The very first is the one who was typed in twice.
  if (taken.size === 0) return taken.add('Katrin Vogel') && 'Katrin Vogel';
  for (;;) {
    const given = randomChoice(random, names.given.split(' '));
    const family = randomChoice(random, names.family.split(' '));
    const name = `${given} ${family}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const fallback: Names = { given: 'Robin Alex Sam', family: 'Hill Wood Marsh', language: 'en' };

function languageOf(account: SampleAccount): string {
  return (namesOf[account.country] ?? fallback).language;
}

const plainLetters: Readonly<Record<string, string>> = { ø: 'o', ß: 'ss', ł: 'l', å: 'a' };

function mailName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øßłå]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z]+/g, '.');
}
