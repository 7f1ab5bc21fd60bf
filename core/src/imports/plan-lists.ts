import { nameKey } from './name-match.ts';
import { readOwnCells } from './own-cells.ts';
import {
  type ExistingRecord,
  type Handle,
  type PlanContext,
  type PlanFile,
  plannedValue,
  raise,
} from './plan-context.ts';
import { amendRecord, planRecord, recordKindOf } from './plan-record.ts';
import { resolveReference } from './plan-references.ts';
import { mendSpelling } from './plan-spelling.ts';
import { plainChoice, plainOption, type RecordKind } from './problem.ts';
import { rowId, rowKey } from './row-keys.ts';
import {
  cellText,
  checkShape,
  groupOf,
  placeOf,
  readCells,
  type SourceRow,
  sourceRows,
} from './source-row.ts';

/** A planned row whose reference to another row of its own kind is still open. */
type OpenRow = { readonly row: SourceRow; readonly handle: Handle };

/** Records already there, by key of the other system and by name; those out of the trash first. */
export type Matches = {
  readonly byKey: ReadonlyMap<string, ExistingRecord>;
  readonly byName: ReadonlyMap<string, ExistingRecord>;
};

/** Index of the records of one kind that are there already. */
export function matchesOf(context: PlanContext, kind: RecordKind): Matches {
  const byKey = new Map<string, ExistingRecord>();
  const byName = new Map<string, ExistingRecord>();
  const records = context.input.existing[kind];
  const living = records.filter((record) => !record.isTrashed);
  for (const record of [...living, ...records.filter((record) => record.isTrashed)]) {
    if (record.externalKey !== null) byKey.set(record.externalKey, record);
    const name = nameKey(record.name);
    if (!byName.has(name)) byName.set(name, record);
  }
  return { byKey, byName };
}

/** Plans the rows of a team list: people, their teams and their managers. */
export function* planPeople(context: PlanContext, files: readonly PlanFile[]): Generator<void> {
  const open = yield* planList(context, files, (row) => {
    const team = resolveReference(context, { row, field: 'team', kind: 'team', ...early });
    if (team !== null) row.values['team'] = team;
  });
  for (const item of open) closeReference(context, item, { field: 'manager', kind: 'person' });
}

/** Plans the rows of a product list. */
export function* planProducts(context: PlanContext, files: readonly PlanFile[]): Generator<void> {
  yield* planList(context, files, () => {});
}

/** Plans the rows of an account list, parents after all accounts of the files are known. */
export function* planAccounts(context: PlanContext, files: readonly PlanFile[]): Generator<void> {
  const open = yield* planList(context, files, (row) => {
    mendSpelling(context, row, 'sector');
    mendSpelling(context, row, 'country');
    const owner = resolveReference(context, { row, field: 'owner', kind: 'person', ...firm });
    if (owner !== null) row.values['owner'] = owner;
  });
  for (const item of open) closeReference(context, item, { field: 'parent', kind: 'account' });
}

const early = { isOpen: true, isLate: false };
const firm = { isOpen: false, isLate: false };

/** Plans each row of some files of one kind; returns those that came in. */
function* planList(
  context: PlanContext,
  files: readonly PlanFile[],
  readReferences: (row: SourceRow) => void,
): Generator<void, OpenRow[]> {
  const open: OpenRow[] = [];
  const [first] = files;
  if (first === undefined) return open;
  const matches = matchesOf(context, recordKindOf[first.kind]);
  for (const file of files) {
    for (const row of sourceRows(file)) {
      checkShape(context, row);
      readCells(context, row);
      readOwnCells(context, row);
      readReferences(row);
      if (context.leftOut.has(rowId(row))) row.isSkipped = true;
      const wanted = { row, name: cellText(row, 'name'), match: matchOf(matches, row) };
      const handle = planRecord(context, { ...wanted, defaults: {}, companions: () => ({}) });
      if (handle !== null) open.push({ row, handle });
      yield;
    }
  }
  return open;
}

/** By key where both sides have one; else by name, unless that record bears another key. */
function matchOf(matches: Matches, row: SourceRow): ExistingRecord | null {
  const key = cellText(row, 'externalKey');
  if (key === '') return matches.byName.get(rowKey(row)) ?? null;
  const byKey = matches.byKey.get(key);
  if (byKey !== undefined) return byKey;
  const byName = matches.byName.get(nameKey(cellText(row, 'name')));
  return byName !== undefined && byName.externalKey === null ? byName : null;
}

function closeReference(
  context: PlanContext,
  { row, handle }: OpenRow,
  to: { readonly field: 'manager' | 'parent'; readonly kind: 'person' | 'account' },
): void {
  const isOpen = to.field === 'manager';
  const target = resolveReference(context, { row, ...to, isOpen, isLate: true });
  if (target === null) return;
  if (leadsBackTo(context, target, { handle, field: to.field })) {
    noteLoop(context, row, to.field);
    return;
  }
  const before = plannedValue(context, handle, to.field);
  amendRecord(context, handle, { field: to.field, before, after: target });
}

type Chain = { readonly handle: Handle; readonly field: 'manager' | 'parent' };

/** Whether going from `start` to its parent, and on, comes to `chain.handle`. */
function leadsBackTo(context: PlanContext, start: Handle, chain: Chain): boolean {
  const seen = new Set<Handle>();
  let at: Handle | null = start;
  while (at !== null && !seen.has(at)) {
    if (at === chain.handle) return true;
    seen.add(at);
    const next = plannedValue(context, at, chain.field);
    at = typeof next === 'string' ? next : null;
  }
  return false;
}

function noteLoop(context: PlanContext, row: SourceRow, field: 'manager' | 'parent'): void {
  const noun = field === 'parent' ? 'parent account' : 'manager';
  raise(context, placeOf(row, field), {
    key: `${row.kind}/${field}/parent-loop`,
    draft: () => ({
      ...groupOf(row.kind, field, 'parent-loop'),
      title: `A ${noun} that leads back to the same row`,
      message: `This ${noun} stands below the row itself.`,
      options: [plainOption('empty', `Leave the ${noun} empty`)],
      standard: plainChoice('empty'),
    }),
  });
}
