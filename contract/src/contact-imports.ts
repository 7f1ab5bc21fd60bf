import { contactColumns } from '@evenkeel/core/contacts/contact-table';
import type { AccountId, ContactId } from '@evenkeel/core/id';
import { z } from 'zod';
import { emailAddress, language, phoneNumber } from './contacts.ts';
import { endpoint } from './endpoint.ts';
import { id, longText, recordName, reference, shortText } from './scalars.ts';

/** Largest file of contacts in bytes. */
export const largestContactFile = 5 * 1024 * 1024;
/** Most contacts taken in at once. */
export const mostImportedContacts = 2_000;

const label = z.string().trim().max(60, 'is longer than 60 characters').default('');

/** A contact as a file says them. */
const fileContact = z.object({
  name: recordName,
  jobTitle: shortText.nullable(),
  organisation: z.string().trim().max(300, 'is longer than 300 characters').nullable(),
  emails: z.array(z.object({ email: emailAddress, label })).max(20),
  phones: z.array(z.object({ phone: phoneNumber, label })).max(20),
  language: language.nullable(),
  notes: longText,
});

const readContact = z.object({
  name: z.string(),
  jobTitle: z.string().nullable(),
  organisation: z.string().nullable(),
  emails: z.array(z.object({ email: z.string(), label: z.string() })),
  phones: z.array(z.object({ phone: z.string(), label: z.string() })),
  language: z.string().nullable(),
  notes: z.string(),
});

export const importedContact = z.object({
  number: z.int().describe('Of the card or row, from 1.'),
  contact: readContact,
  problems: z.array(z.object({ column: z.string().nullable(), message: z.string() })),
  isNamed: z.boolean().describe('Only who has a name can be taken in.'),
  account: reference<AccountId>().nullable().describe('The account their company is.'),
  matches: z
    .array(reference<ContactId>().extend({ isSure: z.boolean() }))
    .describe('Contacts that are here already, by e-mail or name; the likeliest first.'),
  proposed: z.enum(['add', 'update', 'skip']),
});
export type ImportedContact = z.infer<typeof importedContact>;

export const contactImports = {
  preview: endpoint({
    method: 'POST',
    path: '/api/v1/contact-imports/preview',
    permission: 'write',
    summary: 'Read a file of vCards or a CSV of contacts; nothing is written.',
    bodyLimit: largestContactFile * 2,
    body: z.object({
      name: z.string().max(300),
      text: z.string().max(largestContactFile, 'is larger than 5 MB'),
    }),
    output: z.object({
      format: z.enum(['vcard', 'csv']),
      columns: z.array(z.object({ header: z.string(), holds: z.enum(contactColumns).nullable() })),
      rows: z.array(importedContact),
    }),
  }),
  run: endpoint({
    method: 'POST',
    path: '/api/v1/contact-imports',
    permission: 'write',
    summary:
      'Take contacts in, all or none: added, or filled into those that are here. Nothing that stands is overwritten.',
    bodyLimit: largestContactFile * 2,
    body: z.object({
      rows: z
        .array(
          z.object({
            contactId: id<ContactId>().nullable().describe('Whom to fill in; null adds somebody.'),
            contact: fileContact,
          }),
        )
        .min(1)
        .max(mostImportedContacts),
      addAccounts: z.boolean().describe('Whether companies that are not here become accounts.'),
    }),
    output: z.object({ added: z.int(), updated: z.int(), accounts: z.int() }),
  }),
};
