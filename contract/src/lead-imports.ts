import type { CustomFieldId, LeadId } from '@evenkeel/core/id';
import { leadColumns } from '@evenkeel/core/leads/lead-table';
import { z } from 'zod';
import { customValue } from './custom-fields.ts';
import { endpoint } from './endpoint.ts';
import { leadDraft } from './leads.ts';
import { id, reference } from './scalars.ts';

/** Largest file of leads in bytes. */
export const largestLeadFile = 5 * 1024 * 1024;
/** Most leads taken in at once. */
export const mostImportedLeads = 2_000;

const holds = z
  .union([z.enum(leadColumns), id<CustomFieldId>()])
  .nullable()
  .describe("A field of leads, the id of one of the firm's own, or null: left out.");

/** A lead as a file says it, with what is wrong and who is here already. */
export const importedLead = z.object({
  number: z.int().describe('Of the row, from 1.'),
  lead: leadDraft
    .pick({
      name: true,
      company: true,
      jobTitle: true,
      email: true,
      phone: true,
      source: true,
      interest: true,
      notes: true,
    })
    .extend({ name: z.string(), email: z.string().nullable() }),
  own: z.record(z.string(), customValue).describe("Values of the firm's own fields, by id."),
  problems: z.array(z.object({ column: z.string().nullable(), message: z.string() })),
  isNamed: z.boolean().describe('Only who has a name can be taken in.'),
  match: reference<LeadId>().nullable().describe('A lead that is here already, by e-mail or name.'),
  proposed: z.enum(['add', 'skip']),
});
export type ImportedLead = z.infer<typeof importedLead>;

export const leadImports = {
  preview: endpoint({
    method: 'POST',
    path: '/api/v1/lead-imports/preview',
    permission: 'write',
    summary: 'Read a CSV of leads, columns by their headers or as chosen; nothing is written.',
    bodyLimit: largestLeadFile * 2,
    body: z.object({
      text: z.string().max(largestLeadFile, 'is larger than 5 MB'),
      holds: z.array(holds).max(500).optional(),
    }),
    output: z.object({
      columns: z.array(z.object({ header: z.string(), holds, example: z.string() })),
      rows: z.array(importedLead),
    }),
  }),
  run: endpoint({
    method: 'POST',
    path: '/api/v1/lead-imports',
    permission: 'write',
    summary: 'Take leads in, all or none.',
    bodyLimit: largestLeadFile * 2,
    body: z.object({
      rows: z
        .array(
          z.object({ lead: leadDraft, own: z.record(id<CustomFieldId>(), customValue).optional() }),
        )
        .min(1)
        .max(mostImportedLeads),
    }),
    output: z.object({ added: z.int() }),
  }),
};
