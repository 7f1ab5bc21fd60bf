import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** The people at the accounts, how accounts want to be dealt with, and everything said with them. */
export async function insertContacts(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  await writeCare(scope, firm, ids);
  await writeContacts(scope, firm, ids);
  await writeInteractions(scope, firm, ids);
  await writeLeads(scope, firm, ids);
}

async function writeCare(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const rows = firm.clients.care.map((care) => ({
    id: need(ids, 'account', care.account),
    channel: care.preferredChannel,
    language: care.language,
    interpreter: care.interpreterNote,
    cadence: care.contactCadenceDays,
  }));
  await sql`update account a set preferred_channel = r.channel, language = r.language,
      interpreter_note = r.interpreter, contact_cadence_days = r.cadence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, channel text, language text, interpreter text, cadence int)
    where a.id = r.id`.execute(scope.tx);
}

async function writeContacts(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const { contacts } = firm.clients;
  const first = await nextNumbers(scope, 'contact', contacts.length);
  await insertRows(
    scope,
    'contact',
    contacts.map((contact, index) => ({
      ...common(need(ids, 'contact', contact.key)),
      number: first + index,
      name: contact.name,
      job_title: contact.jobTitle,
      preferred_channel: contact.preferredChannel,
      language: contact.language,
      owner_id: need(ids, 'person', contact.owner),
      notes: contact.notes,
      do_not_contact: contact.doNotContact,
    })),
  );
  const linesOf = <Line extends object>(
    of: (contact: (typeof contacts)[number]) => readonly Line[],
  ) =>
    contacts.flatMap((contact) =>
      of(contact).map((line) => ({
        ...common(newId()),
        contact_id: need(ids, 'contact', contact.key),
        ...line,
      })),
    );
  await insertRows(
    scope,
    'contact_email',
    linesOf(({ emails }) => emails.map((email, position) => ({ email, label: '', position }))),
  );
  await insertRows(
    scope,
    'contact_phone',
    linesOf(({ phone }) => (phone ? [{ phone, label: '', position: 0 }] : [])),
  );
  await insertRows(
    scope,
    'contact_account',
    linesOf(({ accounts }) =>
      accounts.map(({ account, isPrimary, ...place }) => ({
        account_id: need(ids, 'account', account),
        ...place,
        is_primary: isPrimary,
      })),
    ),
  );
}

async function writeLeads(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const { leads } = firm.clients;
  const first = await nextNumbers(scope, 'lead', leads.length);
  await insertRows(
    scope,
    'lead',
    leads.map((lead, index) => ({
      ...common(newId()),
      number: first + index,
      name: lead.name,
      company: lead.company,
      email: lead.email,
      source: lead.source,
      interest: lead.interest,
      owner_id: lead.owner === null ? null : need(ids, 'person', lead.owner),
      state: lead.state,
      state_since: lead.stateSince,
      disqualified_reason: lead.disqualifiedReason,
      ticked: lead.ticked,
      notes: '',
    })),
  );
}

async function writeInteractions(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const all = firm.clients.interactions.map((interaction) => ({ id: newId(), interaction }));
  const optional = (table: string, key: string | null) =>
    key === null ? null : need(ids, table, key);
  await insertRows(
    scope,
    'interaction',
    all.map(({ id, interaction }) => ({
      ...common(id),
      kind: interaction.kind,
      name: interaction.name,
      on_date: interaction.on,
      direction: interaction.direction,
      notes: interaction.notes,
      outcome: interaction.outcome,
      account_id: need(ids, 'account', interaction.account),
      deal_id: optional('deal', interaction.deal),
      project_id: optional('project', interaction.project),
      follow_up_on: interaction.followUp?.on ?? null,
      follow_up_owner_id: optional('person', interaction.followUp?.owner ?? null),
      follow_up_done_on: interaction.followUp?.doneOn ?? null,
    })),
  );
  const links = (
    table: string,
    of: (line: (typeof all)[number]['interaction']) => readonly string[],
  ) =>
    all.flatMap(({ id, interaction }) =>
      of(interaction).map((key) => ({
        ...common(newId()),
        interaction_id: id,
        [`${table}_id`]: need(ids, table, key),
      })),
    );
  await insertRows(
    scope,
    'interaction_contact',
    links('contact', ({ contacts }) => contacts),
  );
  await insertRows(
    scope,
    'interaction_person',
    links('person', ({ people }) => people),
  );
}
