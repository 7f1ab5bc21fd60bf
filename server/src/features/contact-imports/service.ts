import type { contactImports, ImportedContact } from '@evenkeel/contract/contact-imports';
import { mostImportedContacts } from '@evenkeel/contract/contact-imports';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import { emailKey, phoneKey } from '@evenkeel/core/contacts/channel';
import {
  type ContactColumn,
  type ReadContact,
  readContactRows,
  recogniseContactColumns,
} from '@evenkeel/core/contacts/contact-table';
import { readCards } from '@evenkeel/core/contacts/vcard';
import { companyKey, contactLikeness, proposedFrom } from '@evenkeel/core/duplicates/likeness';
import type { AccountId, ContactId } from '@evenkeel/core/id';
import { looseKey } from '@evenkeel/core/imports/name-match';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { createAccount } from '../accounts/service.ts';
import { createContact, getContact, putAtAccount, updateContact } from '../contacts/service.ts';
import { accountNames, contactNames } from '../duplicates/candidates/service.ts';
import { readCsv } from '../imports/files/service.ts';

type FileContact = BodyOf<typeof contactImports.run>['rows'][number]['contact'];
type KnownContact = Awaited<ReturnType<typeof contactNames>>[number];
type Column = { readonly header: string; readonly holds: ContactColumn | null };
type ReadFile = {
  readonly format: 'vcard' | 'csv';
  readonly columns: Column[];
  readonly rows: readonly ReadContact[];
};

/** Most contacts that are offered as the same. */
const mostMatches = 5;

/** What a file says, with who of it is here already. */
export async function preview(scope: Scope, file: BodyOf<typeof contactImports.preview>) {
  const read = await readFile(file);
  if (read.rows.length === 0) throw invalid(['text'], 'empty', 'There is no contact in this file.');
  if (read.rows.length > mostImportedContacts)
    throw new AppError(
      'too-large',
      `The file has more than ${mostImportedContacts.toLocaleString('en')} contacts. Split it.`,
    );
  const accounts = await accountsByCompany(scope);
  const known = indexOf(await contactNames(scope));
  const seen = new Map<string, number>();
  return {
    format: read.format,
    columns: read.columns,
    rows: read.rows.map((row): ImportedContact => {
      const account = accounts.get(companyKey(row.contact.organisation ?? '')) ?? null;
      return proposed(row, { account, matches: matchesOf(row, known, account?.id), seen });
    }),
  };
}

/** Takes the chosen contacts in, in the request's transaction. */
export async function run(scope: Scope, { rows, addAccounts }: BodyOf<typeof contactImports.run>) {
  const accounts = await accountsByCompany(scope);
  const done = { added: 0, updated: 0, accounts: 0 };
  for (const { contactId, contact } of rows) {
    const key = companyKey(contact.organisation ?? '');
    if (contact.organisation && addAccounts && !accounts.has(key)) {
      const body = { name: contact.organisation, ownerId: scope.actor.personId };
      const { id, name } = await createAccount(scope, body);
      accounts.set(key, { id, name });
      done.accounts += 1;
    }
    const accountId = accounts.get(key)?.id ?? null;
    if (contactId === null) {
      await add(scope, contact, accountId);
      done.added += 1;
    } else {
      await fillIn(scope, contactId, contact);
      if (accountId) await putAtAccount(scope, contactId, accountId);
      done.updated += 1;
    }
  }
  return done;
}

async function add(scope: Scope, contact: FileContact, accountId: AccountId | null) {
  const { organisation: _, ...fields } = contact;
  const place = { role: contact.jobTitle ?? '', needs: '', isPrimary: true };
  await createContact(scope, {
    ...fields,
    ownerId: scope.actor.personId,
    accounts: accountId ? [{ accountId, ...place }] : [],
  });
}

/** Writes only what is new: no field that says something, and no address, is overwritten. */
async function fillIn(scope: Scope, id: ContactId, given: FileContact): Promise<void> {
  const standing = await getContact(scope, id);
  if (standing.deleted_at !== null) throw new AppError('not-found', 'There is no such contact.');
  const emails = new Set(standing.emails.map(({ email }) => emailKey(email)));
  const phones = new Set(standing.phones.map(({ phone }) => phoneKey(phone)));
  const newEmails = given.emails.filter(({ email }) => !emails.has(emailKey(email)));
  const newPhones = given.phones.filter(({ phone }) => !phones.has(phoneKey(phone)));
  const isNoteNew = given.notes !== '' && !standing.notes.includes(given.notes);
  const change = {
    ...(given.jobTitle && !standing.job_title ? { jobTitle: given.jobTitle } : {}),
    ...(given.language && !standing.language ? { language: given.language } : {}),
    ...(isNoteNew ? { notes: [standing.notes, given.notes].filter(Boolean).join('\n\n') } : {}),
    ...(newEmails.length > 0 ? { emails: [...standing.emails, ...newEmails] } : {}),
    ...(newPhones.length > 0 ? { phones: [...standing.phones, ...newPhones] } : {}),
  };
  if (Object.keys(change).length > 0) await updateContact(scope, id, standing.version, change);
}

async function readFile({ name, text }: BodyOf<typeof contactImports.preview>): Promise<ReadFile> {
  if (/^\uFEFF?\s*BEGIN:VCARD/i.test(text) || /\.vcf$/i.test(name)) {
    const rows = readCards(text).map(({ problems, ...card }) => ({
      ...card,
      problems: problems.map((message) => ({ column: null, message })),
    }));
    return { format: 'vcard', columns: [], rows };
  }
  const { header, rows } = await readCsv(new TextEncoder().encode(text));
  const holds = recogniseContactColumns(header);
  if (!holds.some((column) => column?.includes('name') || column === 'email'))
    throw invalid(
      ['text'],
      'no-names',
      'No column holds names or e-mail addresses. Name one of them “Name” or “E-mail”.',
    );
  const columns = header.map((text, at) => ({ header: text, holds: holds[at] ?? null }));
  return { format: 'csv', columns, rows: readContactRows(header, rows) };
}

async function accountsByCompany(scope: Scope) {
  const accounts = new Map<string, { readonly id: AccountId; readonly name: string }>();
  for (const { id, name } of await accountNames(scope)) {
    const key = companyKey(name);
    if (key !== '' && !accounts.has(key)) accounts.set(key, { id, name });
  }
  return accounts;
}

type Index = ReadonlyMap<string, readonly KnownContact[]>;

/** Contacts by each of their addresses and by name, so that each row looks at few of them. */
function indexOf(contacts: readonly KnownContact[]): Index {
  const index = new Map<string, KnownContact[]>();
  for (const contact of contacts) {
    for (const key of [...contact.emails.map(emailKey), looseKey(contact.name)]) {
      const standing = index.get(key);
      if (standing) standing.push(contact);
      else index.set(key, [contact]);
    }
  }
  return index;
}

function matchesOf({ contact }: ReadContact, known: Index, accountId: AccountId | undefined) {
  const emails = contact.emails.map(({ email }) => email);
  const keys = [...emails.map(emailKey), looseKey(contact.name)].filter((key) => key !== '');
  const phones = contact.phones.map(({ phone }) => phone);
  const person = { id: '', name: contact.name, emails, phones };
  const accountIds = accountId ? [accountId] : [];
  return [...new Set(keys.flatMap((key) => known.get(key) ?? []))]
    .map(({ id, name, ...other }) => ({
      id,
      name,
      score: contactLikeness({ ...person, accountIds }, { id, name, ...other }).score,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostMatches)
    .map(({ id, name, score }) => ({ id, name, isSure: score >= proposedFrom }));
}

type Found = Pick<ImportedContact, 'account' | 'matches'> & { readonly seen: Map<string, number> };

/** What is proposed: whom we know is filled in, who stands twice in the file is taken once. */
function proposed(row: ReadContact, { account, matches, seen }: Found): ImportedContact {
  const keys = row.contact.emails.map(({ email }) => emailKey(email));
  const before = keys.map((key) => seen.get(key)).find((number) => number !== undefined);
  for (const key of keys) if (!seen.has(key)) seen.set(key, row.number);
  const isNamed = row.contact.name !== '';
  const problems = [...row.problems];
  if (before !== undefined)
    problems.push({ column: null, message: `The same e-mail address stands in number ${before}.` });
  const action = matches[0]?.isSure ? ('update' as const) : ('add' as const);
  return {
    number: row.number,
    contact: {
      ...row.contact,
      emails: [...row.contact.emails],
      phones: [...row.contact.phones],
    },
    problems,
    isNamed,
    account,
    matches,
    proposed: !isNamed || before !== undefined ? 'skip' : action,
  };
}
