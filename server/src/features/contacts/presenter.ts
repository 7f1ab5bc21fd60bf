import type { ContactRow, ContactView } from '@evenkeel/contract/contacts';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ContactRecord, listContacts } from './repository.ts';

type ListedContact = Awaited<ReturnType<typeof listContacts>>['rows'][number];

export function presentContactRow(row: ListedContact): ContactRow {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    name: row.name,
    jobTitle: row.job_title,
    email: row.email,
    phone: row.phone,
    preferredChannel: row.preferred_channel,
    language: row.language,
    owner: referenceOf(row.owner_id, row.owner_name),
    doNotContact: row.do_not_contact,
    accounts: row.accounts.map(({ needs: _, ...place }) => place),
    lastContactOn: row.last_contact_on,
  };
}

export function presentContact(record: ContactRecord): ContactView {
  return {
    ...presentContactRow(record),
    accounts: record.accounts,
    emails: record.emails,
    phones: record.phones,
    notes: record.notes,
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
