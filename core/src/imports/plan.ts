import { type Issue, issue } from '../issue.ts';
import { type ImportKind, importFields } from './kinds.ts';
import { columnField, ownImportField } from './own-fields.ts';
import {
  type CellValue,
  type Handle,
  type KindCounts,
  type PlanContext,
  type PlanFile,
  type PlanInput,
  type PlannedRecord,
  planContext,
} from './plan-context.ts';
import { planDeals } from './plan-deals.ts';
import { planAccounts, planPeople, planProducts } from './plan-lists.ts';
import { type Problem, type ProblemGroup, type RecordKind, recordKinds } from './problem.ts';
import { settleRepeats } from './row-keys.ts';

/** What an import will do, before it does it. */
export type ImportPlan = {
  /** In an order in which each record comes after those it names. */
  readonly records: readonly PlannedRecord[];
  readonly problems: readonly Problem[];
  readonly groups: readonly ProblemGroup[];
  readonly counts: Readonly<Record<RecordKind, KindCounts>>;
  /** Names that a choice can use: what is there already and what comes in. */
  readonly names: Readonly<Record<RecordKind, readonly string[]>>;
  /** What each handle is called, for showing changes. */
  readonly nameOf: ReadonlyMap<Handle, string>;
};

/** Rows read between two pauses. */
const rowsPerStep = 1000;

const planners: Readonly<
  Record<ImportKind, (context: PlanContext, files: readonly PlanFile[]) => Generator<void>>
> = { people: planPeople, products: planProducts, accounts: planAccounts, deals: planDeals };

/** People and products before accounts, accounts before deals: each kind names earlier ones. */
const order: readonly ImportKind[] = ['people', 'products', 'accounts', 'deals'];

/**
 * Plans an import: what each row becomes, against what is there already. Works in steps, yielding
 * the number of rows done, so that a server can do other things in between. The files' mappings
 * must be free of `mappingIssues`. O(rows), plus one near-name search for each unknown name.
 */
export function* planImport(input: PlanInput): Generator<number, ImportPlan> {
  const context = planContext(input);
  let rows = 0;
  for (const kind of order) {
    const files = input.files.filter((file) => file.kind === kind);
    settleRepeats(context, files);
    for (const _ of planners[kind](context, files)) {
      rows += 1;
      if (rows % rowsPerStep === 0) yield rows;
    }
  }
  return {
    records: inOrder(context.records),
    problems: context.problems,
    groups: [...context.groups.values()],
    counts: context.counts,
    names: namesOf(context),
    nameOf: new Map(recordKinds.flatMap((kind) => [...context.references[kind].nameOf])),
  };
}

/** Runs a stepwise computation to its end in one go. */
export function runThrough<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What still keeps a file from being planned: fields missing, gone or taken twice, formats not chosen. */
export function mappingIssues(file: Omit<PlanFile, 'rows'>): Issue[] {
  const found: Issue[] = [];
  const own = (file.own ?? []).map(ownImportField);
  for (const field of [...importFields[file.kind], ...own]) {
    const columns = file.columns.flatMap((column, at) => (column.field === field.key ? at : []));
    if (columns.length > 1)
      found.push(
        issue(['columns', columns[1] ?? 0], 'field-taken', `${field.label} is mapped twice.`),
      );
    if (field.isRequired && columns.length === 0)
      found.push(
        issue([], 'field-missing', `Say which column holds the ${field.label.toLowerCase()}.`),
      );
  }
  return [...found, ...formatIssues(file)];
}

function formatIssues(file: Omit<PlanFile, 'rows'>): Issue[] {
  return file.columns.flatMap((column, at) => {
    const field =
      column.field === null ? undefined : columnField(file.kind, file.own ?? [], column.field);
    const header = file.header[at] ?? '';
    if (column.field !== null && field === undefined)
      return issue(
        ['columns', at],
        'field-gone',
        `The field of “${header}” is not here any more. Choose another one, or leave it out.`,
      );
    if (field?.type === 'date' && column.dateOrder === null)
      return issue(
        ['columns', at],
        'date-order',
        `Say in which order “${header}” writes its dates.`,
      );
    const isNumber = field?.type === 'money' || field?.type === 'whole-number';
    if (isNumber && column.decimalMark === null)
      return issue(['columns', at], 'decimal-mark', `Say which decimal mark “${header}” uses.`);
    return [];
  });
}

function inOrder(records: ReadonlyMap<Handle, PlannedRecord>): PlannedRecord[] {
  const ordered = new Set<PlannedRecord>();
  const all = [...records.values()];
  for (const kind of recordKinds) {
    for (const record of all) {
      if (record.kind === kind) addAfterItsParents(record, records, ordered);
    }
  }
  return [...ordered];
}

/** Parents and managers first. Planning has seen to it that no chain of them comes back to itself. */
function addAfterItsParents(
  record: PlannedRecord,
  records: ReadonlyMap<Handle, PlannedRecord>,
  ordered: Set<PlannedRecord>,
): void {
  const chain: PlannedRecord[] = [];
  let at: PlannedRecord | undefined = record;
  while (at !== undefined && !ordered.has(at) && !chain.includes(at)) {
    chain.push(at);
    const above: CellValue = at.values['parent'] ?? at.values['manager'] ?? null;
    at = typeof above === 'string' ? records.get(above) : undefined;
  }
  for (const next of chain.reverse()) ordered.add(next);
}

function namesOf(context: PlanContext): Record<RecordKind, string[]> {
  const names = (kind: RecordKind) =>
    [...new Set(context.references[kind].nameOf.values())].sort((a, b) => a.localeCompare(b, 'en'));
  return {
    team: names('team'),
    person: names('person'),
    product: names('product'),
    account: names('account'),
    stage: [...context.references.stage.nameOf.values()],
    deal: [],
  };
}
