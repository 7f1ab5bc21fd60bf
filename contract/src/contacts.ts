import { contactChannels, isEmailAddress, languagePattern } from '@evenkeel/core/contacts/channel';
import type { AccountId, ContactId, PersonId } from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const contactId = id<ContactId>();
const params = z.object({ id: contactId });

/** How somebody likes to be reached. */
export const channel = z.enum(contactChannels);

/** A language as BCP 47 writes it, such as `de` or `pt-BR`. */
export const language = z
  .string()
  .regex(languagePattern, 'must be a language code such as de or pt-BR');

/** An e-mail address as somebody gives it. */
export const emailAddress = z
  .string()
  .trim()
  .max(320, 'is longer than 320 characters')
  .refine(isEmailAddress, 'must be an e-mail address such as anna@example.com');

/** A phone number as somebody writes it. */
export const phoneNumber = z
  .string()
  .trim()
  .min(3, 'is too short for a phone number')
  .max(60, 'is longer than 60 characters');

const contactAccount = reference<AccountId>().extend({
  role: z.string(),
  isPrimary: z.boolean(),
});

/** A contact as lists show it: a person at one or several accounts. */
export const contactRow = z.object({
  id: contactId,
  number: z.int(),
  version,
  name: z.string(),
  jobTitle: z.string().nullable(),
  email: z.string().nullable().describe('The first of the e-mail addresses.'),
  phone: z.string().nullable().describe('The first of the phone numbers.'),
  preferredChannel: channel.nullable(),
  language: z.string().nullable(),
  owner: reference<PersonId>().nullable(),
  doNotContact: z.boolean(),
  accounts: z.array(contactAccount).describe('The main account first.'),
  lastContactOn: calendarDate.nullable(),
});
export type ContactRow = z.infer<typeof contactRow>;

/** A contact with everything on it. */
export const contactView = contactRow.extend({
  emails: z.array(z.object({ email: z.string(), label: z.string() })),
  phones: z.array(z.object({ phone: z.string(), label: z.string() })),
  accounts: z.array(contactAccount.extend({ needs: z.string() })),
  notes: z.string(),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
export type ContactView = z.infer<typeof contactView>;

const label = z.string().trim().max(60, 'is longer than 60 characters').default('');

const fields = {
  name: recordName,
  jobTitle: shortText.nullable(),
  preferredChannel: channel.nullable(),
  language: language.nullable(),
  ownerId: id<PersonId>().nullable(),
  notes: longText,
  doNotContact: z.boolean(),
  emails: z.array(z.object({ email: emailAddress, label })).max(20),
  phones: z.array(z.object({ phone: phoneNumber, label })).max(20),
  accounts: z
    .array(
      z.object({
        accountId: id<AccountId>(),
        role: shortText.default(''),
        needs: longText.default(''),
        isPrimary: z.boolean().default(false),
      }),
    )
    .max(50),
};

/** What a new contact takes. */
export const contactDraft = z.object(fields).partial().required({ name: true });
/** What can be changed on a contact; e-mails, phones and accounts are given whole. */
export const contactChange = z.object(fields).partial();

export const contacts = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/contacts',
    permission: 'read',
    summary: 'Contacts: people at accounts.',
    query: listQuery(['name', 'number', 'jobTitle', 'lastContactOn'], {
      accountId: commaList(id<AccountId>()).optional(),
    }),
    output: page(contactRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/contacts/:id',
    permission: 'read',
    summary: 'One contact.',
    params,
    output: contactView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/contacts',
    permission: 'write',
    summary: 'Add a contact.',
    body: contactDraft,
    output: contactView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/contacts/:id',
    permission: 'write',
    summary: 'Change fields of a contact; e-mails, phones and accounts are given whole.',
    ifMatch: true,
    params,
    body: contactChange,
    output: contactView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/contacts/:id',
    permission: 'write',
    summary: 'Move a contact to the trash, where it stays for 30 days.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/contacts/:id/restore',
    permission: 'write',
    summary: 'Take a contact out of the trash.',
    params,
    output: contactView,
  }),
};
