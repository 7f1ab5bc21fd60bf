import type { CalendarDate } from '../calendar-date.ts';
import { checkDeal } from './check-deal.ts';
import { readOwnCells } from './own-cells.ts';
import {
  type CellValue,
  type FieldChange,
  findReference,
  type Handle,
  type PlanContext,
  type PlanFile,
  raise,
} from './plan-context.ts';
import { matchesOf } from './plan-lists.ts';
import { planRecord, type Wanted } from './plan-record.ts';
import { outcomeOf, resolveReference, resolveStage } from './plan-references.ts';
import { plainChoice, plainOption, skipOption } from './problem.ts';
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

const firm = { isOpen: false, isLate: false };

/** Plans the rows of deal lists. */
export function* planDeals(context: PlanContext, files: readonly PlanFile[]): Generator<void> {
  const matches = matchesOf(context, 'deal');
  for (const file of files) {
    for (const row of sourceRows(file)) {
      const key = rowKey(row);
      const match = matches.byKey.get(key) ?? null;
      readDeal(context, row);
      row.values['externalKey'] = key;
      if (context.leftOut.has(rowId(row))) row.isSkipped = true;
      planRecord(context, wantedDeal(context, row, match));
      yield;
    }
  }
}

function readDeal(context: PlanContext, row: SourceRow): void {
  checkShape(context, row);
  readCells(context, row);
  readOwnCells(context, row);
  put(row, 'stage', resolveStage(context, row));
  put(row, 'account', resolveAccount(context, row));
  put(
    row,
    'product',
    resolveReference(context, { row, field: 'product', kind: 'product', ...firm }),
  );
  put(row, 'owner', resolveReference(context, { row, field: 'owner', kind: 'person', ...firm }));
  if (row.values['stage'] !== undefined) checkDeal(context, row);
}

function put(row: SourceRow, field: string, value: CellValue): void {
  if (value !== null) row.values[field] = value;
}

/** The account of a deal; an empty cell is a problem of its own when the column is mapped. */
function resolveAccount(context: PlanContext, row: SourceRow): Handle | null {
  if (!row.columnOf.has('account') || cellText(row, 'account') !== '')
    return resolveReference(context, { row, field: 'account', kind: 'account', ...firm });
  const choice = raise(context, placeOf(row, 'account'), {
    key: 'deals/account/missing',
    draft: () => ({
      ...groupOf('deals', 'account', 'account-missing'),
      title: 'Deals without an account',
      message: 'No account is named.',
      options: [
        plainOption('empty', 'Take them without an account'),
        { ...plainOption('use', 'Put them all on one account'), picks: 'account' },
        skipOption,
      ],
      standard: plainChoice('empty'),
    }),
  });
  if (choice.action === 'skip') row.isSkipped = true;
  if (choice.action !== 'use' || choice.target === null) return null;
  return findReference(context, 'account', choice.target);
}

function wantedDeal(context: PlanContext, row: SourceRow, match: Wanted['match']): Wanted {
  const { today } = context.input;
  const { closeOn } = row.values;
  return {
    row,
    name: match?.name ?? dealName(context, row),
    match,
    defaults: {
      name: dealName(context, row),
      openedOn: typeof closeOn === 'string' && closeOn < today ? closeOn : today,
      value: 0,
      stageSince: stageSince(context, row, today),
    },
    // A deal that moves to another stage has stood there since it closed, or since today.
    companions: (changes: readonly FieldChange[]) =>
      changes.some(({ field }) => field === 'stage')
        ? { stageSince: stageSince(context, row, today) }
        : {},
  };
}

/** Deals of other programs often have no name: product, account and key tell them apart. */
function dealName(context: PlanContext, row: SourceRow): string {
  const named = row.values['name'];
  if (typeof named === 'string') return named;
  const product = nameOf(context, 'product', row.values['product']);
  const account = nameOf(context, 'account', row.values['account']);
  if (product !== null && account !== null) return `${product} for ${account}`.slice(0, 300);
  const key = cellText(row, 'externalKey');
  const what = product ?? (account === null ? 'Deal' : `Deal with ${account}`);
  return (key === '' ? what : `${what} (${key})`).slice(0, 300);
}

function nameOf(
  context: PlanContext,
  kind: 'product' | 'account',
  handle: CellValue | undefined,
): string | null {
  return typeof handle === 'string' ? (context.references[kind].nameOf.get(handle) ?? null) : null;
}

/** Since when the deal stands in its stage, as far as the row tells. */
function stageSince(context: PlanContext, row: SourceRow, today: CalendarDate): CellValue {
  const stage = row.values['stage'];
  const isOpen = typeof stage === 'string' && outcomeOf(context, stage) === 'open';
  const opened = row.values['openedOn'] ?? today;
  return isOpen ? opened : (row.values['closeOn'] ?? opened);
}
