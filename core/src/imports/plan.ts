import { type Issue, issue } from '../issue.ts';
import { type ImportKind, importField, importFields, importKinds } from './kinds.ts';
import {
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
  /** In an order in which each record comes after those it names, except parents and managers. */
  readonly records: readonly PlannedRecord[];
  readonly problems: readonly Problem[];
  readonly groups: readonly ProblemGroup[];
  readonly counts: Readonly<Record<RecordKind, KindCounts>>;
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
    records: inOrder([...context.records.values()]),
    problems: context.problems,
    groups: [...context.groups.values()],
    counts: context.counts,
  };
}

/** Runs a stepwise computation to its end in one go. */
export function runThrough<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What still keeps a file from being planned: fields missing or taken twice, formats not chosen. */
export function mappingIssues(file: Omit<PlanFile, 'rows'>): Issue[] {
  const found: Issue[] = [];
  for (const field of importFields[file.kind]) {
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
    const field = column.field === null ? undefined : importField(file.kind, column.field);
    const header = file.header[at] ?? '';
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

function inOrder(records: readonly PlannedRecord[]): PlannedRecord[] {
  return recordKinds.flatMap((kind) => records.filter((record) => record.kind === kind));
}

/** Whether a text names a kind of file. */
export function isImportKind(text: string): text is ImportKind {
  return importKinds.some((kind) => kind === text);
}
