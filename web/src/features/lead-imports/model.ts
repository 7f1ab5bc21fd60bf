import type { CustomFieldView } from '@evenkeel/contract/custom-fields';
import type { BodyInputOf, OutputOf } from '@evenkeel/contract/endpoint';
import { largestLeadFile, type leadImports } from '@evenkeel/contract/lead-imports';
import { detectEncoding } from '@evenkeel/core/imports/encoding';
import { type LeadColumn, leadColumns } from '@evenkeel/core/leads/lead-table';

export type Preview = OutputOf<typeof leadImports.preview>;
type Holds = Preview['columns'][number]['holds'];

const columnLabels: Record<LeadColumn, string> = {
  name: 'Name',
  company: 'Company',
  jobTitle: 'Job title',
  email: 'E-mail',
  phone: 'Phone',
  source: 'Source',
  interest: 'What they want',
  notes: 'Notes',
};

/** What a column of the file can be taken for: fields of leads, then the firm's own. */
export function columnChoices(fields: readonly CustomFieldView[]) {
  return [
    ...leadColumns.map((value) => ({ value: value as string, label: columnLabels[value] })),
    ...fields.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
}

/** What the columns hold once one is taken for something; what held that before is left out. */
export function withColumn(columns: Preview['columns'], at: number, holds: Holds): Holds[] {
  return columns.map((column, index) => {
    if (index === at) return holds;
    return column.holds === holds ? null : column.holds;
  });
}

/** The text of a file in whatever encoding it was saved; an error in words when it is too large. */
export async function readText(file: File): Promise<string> {
  if (file.size > largestLeadFile) throw new Error('The file is larger than 5 MB. Split it.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new TextDecoder(detectEncoding(bytes)).decode(bytes);
}

/** What is sent: only the rows that are taken. */
export function takenRows(
  rows: Preview['rows'],
  taken: ReadonlySet<number>,
): BodyInputOf<typeof leadImports.run>['rows'] {
  return rows
    .filter(({ number }) => taken.has(number))
    .map(({ lead, own }) => ({ lead, own: own as Record<string, never> }));
}
