import type { ImportKind } from './kinds.ts';
import { nameKey } from './name-match.ts';
import { ownDifferences } from './own-cells.ts';
import {
  addReference,
  type CellValue,
  choose,
  type ExistingRecord,
  type FieldChange,
  type Handle,
  type PlanContext,
  type PlannedAction,
  type PlannedRecord,
  raise,
} from './plan-context.ts';
import { type Choice, plainChoice, plainOption, type RecordKind } from './problem.ts';
import { groupOf, placeOf, type SourceRow } from './source-row.ts';

/** Which kind of record a row of each kind of file stands for. */
export const recordKindOf: Readonly<Record<ImportKind, RecordKind>> = {
  accounts: 'account',
  products: 'product',
  people: 'person',
  deals: 'deal',
};

/** A record that a row asks for. */
export type Wanted = {
  readonly row: SourceRow;
  readonly name: string;
  /** The record that is there already, trashed or not. */
  readonly match: ExistingRecord | null;
  /** Values that only a new record takes. */
  readonly defaults: Readonly<Record<string, CellValue>>;
  /** Values that come along when others change, and count for no change themselves. */
  readonly companions: (changes: readonly FieldChange[]) => Readonly<Record<string, CellValue>>;
};

/**
 * Plans what becomes of the record that a row stands for, and makes its name point at it.
 * Returns its handle, null when the row is left out.
 */
export function planRecord(context: PlanContext, wanted: Wanted): Handle | null {
  const kind = recordKindOf[wanted.row.kind];
  if (wanted.row.isSkipped) {
    context.counts[kind].skip += 1;
    return null;
  }
  if (wanted.match === null) return planNew(context, wanted);
  return planKnown(context, wanted, wanted.match);
}

/** Plans a record that stands in no row of its own, such as the team of an agent. */
export function planImplied(
  context: PlanContext,
  kind: RecordKind,
  record: { readonly name: string; readonly values: Record<string, CellValue> },
): Handle {
  const handle = newHandle(context, kind);
  add(context, {
    kind,
    handle,
    action: 'create',
    name: record.name,
    fileId: null,
    row: 0,
    values: { name: record.name, ...record.values },
    own: {},
    changes: [],
  });
  addReference(context, kind, { name: record.name, handle });
  return handle;
}

/** Puts a value that was resolved later into a planned record, as a change where it is one. */
export function amendRecord(
  context: PlanContext,
  handle: Handle,
  { field, before, after }: FieldChange,
): void {
  const record = context.records.get(handle);
  if (record === undefined || record.action === 'keep' || before === after) return;
  if (record.action === 'create') {
    record.values[field] = after;
    return;
  }
  const action = record.action === 'unchanged' ? updateAction(context, record.kind) : record.action;
  if (record.action === 'unchanged') {
    context.counts[record.kind].unchanged -= 1;
    context.counts[record.kind][action] += 1;
  }
  const values = action === 'keep' ? {} : { ...record.values, [field]: after };
  const changes = [...record.changes, { field, before, after }];
  context.records.set(handle, { ...record, action, values, changes });
}

function planNew(context: PlanContext, wanted: Wanted): Handle {
  const kind = recordKindOf[wanted.row.kind];
  const handle = newHandle(context, kind);
  add(context, {
    ...plannedOf(wanted, handle),
    action: 'create',
    values: { ...wanted.defaults, ...wanted.row.values },
    own: wanted.row.own,
    changes: [],
  });
  if (kind !== 'deal') addReference(context, kind, { name: wanted.name, handle });
  return handle;
}

function planKnown(context: PlanContext, wanted: Wanted, match: ExistingRecord): Handle | null {
  const kind = recordKindOf[wanted.row.kind];
  const own = ownDifferences(context, wanted.row, match);
  const plain = differences(match, wanted.row.values);
  const changes = [...plain, ...own];
  const action = match.isTrashed ? restoreAction(context, wanted.row) : null;
  if (action === 'skip') {
    context.counts[kind].skip += 1;
    return null;
  }
  const known: PlannedAction =
    action ?? (changes.length === 0 ? 'unchanged' : updateAction(context, kind));
  const values = known === 'keep' ? {} : changedValues(plain, wanted.companions(plain));
  const ownValues = known === 'keep' ? {} : changedOwn(own, wanted.row.own);
  add(context, {
    ...plannedOf(wanted, match.id),
    action: known,
    values,
    own: ownValues,
    changes,
  });
  if (match.isTrashed && kind !== 'deal')
    addReference(context, kind, { name: match.name, handle: match.id });
  return match.id;
}

function plannedOf(
  { row, name }: Wanted,
  handle: Handle,
): Pick<PlannedRecord, 'kind' | 'handle' | 'name' | 'fileId' | 'row'> {
  return { kind: recordKindOf[row.kind], handle, name, fileId: row.file.id, row: row.number };
}

/** What the row says otherwise than the record. Names that differ in case only are the same. */
function differences(match: ExistingRecord, values: SourceRow['values']): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const [field, after] of Object.entries(values)) {
    const before = match.values[field] ?? null;
    const isSameName =
      field === 'name' && typeof after === 'string' && nameKey(after) === nameKey(match.name);
    if (before !== after && !isSameName) changes.push({ field, before, after });
  }
  return changes;
}

function changedValues(
  changes: readonly FieldChange[],
  companions: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
  if (changes.length === 0) return {};
  return {
    ...companions,
    ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
  };
}

function changedOwn(changes: readonly FieldChange[], own: SourceRow['own']): SourceRow['own'] {
  const fields = new Set(changes.map(({ field }) => field));
  return Object.fromEntries(Object.entries(own).filter(([id]) => fields.has(id)));
}

/** What becomes of records that are there already and differ: one choice for each kind. */
function updateAction(context: PlanContext, kind: RecordKind): 'update' | 'keep' {
  const file = fileKindOf(kind);
  const choice = choose(context, {
    key: `${file}/will-change`,
    draft: () => ({
      ...groupOf(file, null, 'will-change'),
      title: 'Already here, with other values',
      message: 'The file has other values than Evenkeel.',
      options: [
        plainOption('update', 'Take the values of the file'),
        plainOption('keep', 'Keep the values in Evenkeel'),
      ],
      standard: plainChoice('update'),
    }),
  });
  return choice.action === 'keep' ? 'keep' : 'update';
}

function restoreAction(context: PlanContext, row: SourceRow): 'restore' | 'skip' {
  const choice: Choice = raise(context, placeOf(row, 'name'), {
    key: `${row.kind}/in-trash`,
    draft: () => ({
      ...groupOf(row.kind, null, 'in-trash'),
      title: 'Already here, but in the trash',
      message: 'This stands in the trash.',
      options: [
        plainOption('restore', 'Take them out of the trash'),
        plainOption('skip', 'Leave them in the trash'),
      ],
      standard: plainChoice('restore'),
    }),
  });
  return choice.action === 'skip' ? 'skip' : 'restore';
}

function fileKindOf(kind: RecordKind): ImportKind {
  if (kind === 'account') return 'accounts';
  if (kind === 'product') return 'products';
  return kind === 'deal' ? 'deals' : 'people';
}

function newHandle(context: PlanContext, kind: RecordKind): Handle {
  return `new:${kind}:${context.counts[kind].create + 1}`;
}

function add(context: PlanContext, record: PlannedRecord): void {
  context.records.set(record.handle, record);
  context.counts[record.kind][record.action] += 1;
}
