import type { BodyOf } from '@evenkeel/contract/endpoint';
import { type leadImports, mostImportedLeads } from '@evenkeel/contract/lead-imports';
import { emailKey } from '@evenkeel/core/contacts/channel';
import type { CustomFieldId, LeadId } from '@evenkeel/core/id';
import { looseKey } from '@evenkeel/core/imports/name-match';
import { type ReadLead, readLeadRows, recogniseLeadColumns } from '@evenkeel/core/leads/lead-table';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { listFields } from '../custom-fields/service.ts';
import { setManyValues } from '../custom-fields/values/service.ts';
import { readCsv } from '../imports/files/service.ts';
import { createLead, listLeads } from '../leads/service.ts';
import { listPeople } from '../people/service.ts';

const mostStanding = 5_000;

/** What a file says, with what is wrong and who of it is here already. */
export async function preview(scope: Scope, file: BodyOf<typeof leadImports.preview>) {
  const { header, rows } = await readCsv(new TextEncoder().encode(file.text));
  if (rows.length === 0) throw invalid(['text'], 'empty', 'There is no lead in this file.');
  if (rows.length > mostImportedLeads) {
    const most = mostImportedLeads.toLocaleString('en');
    throw new AppError('too-large', `The file has more than ${most} leads. Split it.`);
  }
  const fields = await listFields(scope, { kind: 'lead', withDeleted: 'false' });
  const recognised = recogniseLeadColumns(header, fields);
  const holds = header.map((_, at) => {
    const chosen = file.holds?.[at];
    return chosen === undefined ? (recognised[at] ?? null) : chosen;
  });
  const read = readLeadRows({
    header,
    rows,
    holds,
    fields,
    currency: scope.actor.currency,
    people: await peopleByName(scope),
  });
  const known = await standingLeads(scope);
  const seen = new Set<string>();
  return {
    columns: header.map((text, at) => ({
      header: text,
      // Recognised or chosen: a column of leads or the id of one of the fields.
      holds: (holds[at] ?? null) as CustomFieldId | null,
      example: rows.map((row) => (row[at] ?? '').trim()).find((cell) => cell !== '') ?? '',
    })),
    rows: read.map((row) => proposed(row, known, seen)),
  };
}

/** Takes the chosen leads in, with the firm's own fields, in the request's transaction. */
export async function run(scope: Scope, { rows }: BodyOf<typeof leadImports.run>) {
  const records: { id: LeadId; values: NonNullable<(typeof rows)[number]['own']> }[] = [];
  for (const { lead, own = {} } of rows) {
    const made = await createLead(scope, { ownerId: scope.actor.personId, ...lead });
    if (Object.keys(own).length > 0) records.push({ id: made.lead.id, values: own });
  }
  await setManyValues(scope, { kind: 'lead', records });
  return { added: rows.length };
}

async function peopleByName(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await listPeople(scope, { limit: mostStanding, sort: 'name' });
  return new Map(rows.map(({ id, name }) => [looseKey(name), id]));
}

type Known = ReadonlyMap<string, { readonly id: LeadId; readonly name: string }>;

/** Leads that are here by everything that they are recognised by. */
async function standingLeads(scope: Scope): Promise<Known> {
  const { rows } = await listLeads(scope, { limit: mostStanding, sort: '-number' });
  return new Map(
    rows.flatMap(({ id, name, ...lead }) =>
      keysOf({ name, ...lead }).map((key) => [key, { id, name }] as const),
    ),
  );
}

/** A lead is the same by its e-mail address, or by its name at the same company. */
function keysOf(lead: {
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
}): string[] {
  return [
    ...(lead.email ? [emailKey(lead.email)] : []),
    ...(lead.company ? [`${looseKey(lead.name)} at ${looseKey(lead.company)}`] : []),
  ];
}

/** What is proposed: who is here, or stands twice in the file, is left out. */
function proposed(row: ReadLead, known: Known, seen: Set<string>) {
  const keys = keysOf(row.lead);
  const match = keys.map((key) => known.get(key)).find((one) => one !== undefined) ?? null;
  const isTwice = keys.some((key) => seen.has(key));
  for (const key of keys) seen.add(key);
  const isNamed = row.lead.name !== '';
  const twice = { column: null, message: 'Stands in the file already.' };
  return {
    number: row.number,
    lead: { ...row.lead },
    own: { ...row.own },
    problems: [...row.problems, ...(isTwice ? [twice] : [])],
    isNamed,
    match,
    proposed: isNamed && !isTwice && match === null ? ('add' as const) : ('skip' as const),
  };
}
