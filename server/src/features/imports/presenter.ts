import type {
  ImportChange,
  ImportFile,
  ImportPreview,
  ImportProblem,
  ImportRow,
  ImportState,
  ImportView,
} from '@evenkeel/contract/imports';
import { importKinds } from '@evenkeel/core/imports/kinds';
import { mappingIssues } from '@evenkeel/core/imports/plan';
import type { PlannedRecord } from '@evenkeel/core/imports/plan-context';
import type { Choice, Problem, ProblemGroup } from '@evenkeel/core/imports/problem';
import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { FileRecord } from './files/service.ts';
import type { MadePlan } from './plan/service.ts';
import type { ImportRecord } from './repository.ts';

type Names = ReadonlyMap<string, string>;

export function presentImportRow(row: { record: ImportRecord; state: ImportState }): ImportRow {
  const { record, state } = row;
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    state,
    createdBy: record.created_by,
    createdAt: moment(record.created_at),
    startedAt: optionalMoment(record.started_at),
    finishedAt: optionalMoment(record.finished_at),
    fileNames: record.file_names,
    kind: record.kind,
    counts: record.counts,
    taskCounts: record.taskResult?.counts ?? null,
    failure: failureOf(record, state),
  };
}

export function presentImport(found: {
  record: ImportRecord;
  state: ImportState;
  files: readonly FileRecord[];
  own: OwnFields;
}): ImportView {
  const { record, state } = found;
  const { phase, done, total, is_cancelled } = record;
  const isRunning = state === 'running' && phase !== null;
  return {
    ...presentImportRow({ record, state }),
    files: found.files.map((file) => presentFile(file, found.own)),
    progress: isRunning
      ? { phase, done: done ?? 0, total: total ?? 0, isCancelled: is_cancelled ?? false }
      : null,
  };
}

export function presentPreview({ plan, files }: MadePlan): ImportPreview {
  const changes = new Map<string, ImportPreview['changes'][number]>();
  for (const record of plan.records) {
    for (const { field } of record.changes) {
      const key = `${record.kind}/${field}`;
      const count = (changes.get(key)?.count ?? 0) + 1;
      changes.set(key, { kind: record.kind, field, count });
    }
  }
  return {
    counts: structuredClone(plan.counts),
    groups: plan.groups.map((group) => ({ ...group, options: [...group.options] })),
    problemCount: plan.problems.length,
    changes: [...changes.values()],
    rowCounts: importKinds.map((kind) => ({
      kind,
      rows: files
        .filter((file) => file.kind === kind)
        .reduce((sum, file) => sum + file.rows.length, 0),
    })),
  };
}

/** Problems that pass a filter, one page of them. */
export function presentProblems(
  { plan, names }: MadePlan & { readonly names: Names },
  query: {
    limit: number;
    cursor?: string | undefined;
    groupKey?: string | undefined;
    fileId?: string | undefined;
    search?: string | undefined;
  },
) {
  const groups = new Map(plan.groups.map((group) => [group.key, group]));
  const wanted = query.search?.toLowerCase();
  const passing = plan.problems.filter(
    (problem) =>
      (query.groupKey === undefined || problem.groupKey === query.groupKey) &&
      (query.fileId === undefined || problem.fileId === query.fileId) &&
      (!wanted || textOf(problem, groups).includes(wanted)),
  );
  return pageOf(passing, query, (problem) => presentProblem(problem, groups, names));
}

/** Every value that differs, one page of them. */
export function presentChanges(
  { plan, names }: MadePlan & { readonly names: Names },
  query: { limit: number; cursor?: string | undefined },
) {
  const changes = plan.records.flatMap((record) =>
    record.changes.map((change) => ({ record, change })),
  );
  const context = { names, words: plan.nameOf };
  return pageOf(changes, query, ({ record, change }) => presentChange(record, change, context));
}

function presentFile(file: FileRecord, own: OwnFields): ImportFile {
  return {
    id: file.id,
    name: file.name,
    byteSize: file.byte_size,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rowCount: file.row_count,
    kind: file.kind,
    confidence: file.confidence,
    isRemembered: file.is_remembered,
    isDictionary: file.is_dictionary,
    columns: file.columns,
    issues:
      file.kind === null
        ? []
        : mappingIssues({
            id: file.id,
            kind: file.kind,
            header: file.columns.map(({ header }) => header),
            columns: file.columns,
            own: own[file.kind] ?? [],
          }).map((issue) => ({ ...issue, path: [...issue.path] })),
  };
}

function presentProblem(
  problem: Problem,
  groups: ReadonlyMap<string, ProblemGroup>,
  names: Names,
): ImportProblem {
  const group = groups.get(problem.groupKey);
  if (group === undefined) throw new Error('a problem without its group');
  return {
    // Ids of files come from the database.
    fileId: problem.fileId as ImportProblem['fileId'],
    fileName: names.get(problem.fileId) ?? '',
    row: problem.row,
    column: problem.column,
    value: problem.value,
    groupKey: problem.groupKey,
    code: group.code,
    message: group.message,
    action: labelOf(group, group.chosen),
  };
}

function presentChange(
  record: PlannedRecord,
  change: PlannedRecord['changes'][number],
  { names, words }: { readonly names: Names; readonly words: Names },
): ImportChange {
  const inWords = (value: PlannedRecord['values'][string]) =>
    value === null ? null : (words.get(String(value)) ?? String(value));
  return {
    kind: record.kind,
    recordId: record.handle,
    name: record.name,
    action: record.action,
    fileName: record.fileId === null ? null : (names.get(record.fileId) ?? null),
    row: record.row,
    field: change.field,
    before: inWords(change.before),
    after: inWords(change.after),
  };
}

/** The chosen option in words, with what it picks. */
function labelOf(group: ProblemGroup, choice: Choice): string {
  const option =
    group.options.find(
      ({ action, target }) => action === choice.action && target === choice.target,
    ) ?? group.options.find(({ action, target }) => action === choice.action && target === null);
  if (option === undefined) return '';
  return option.picks === null ? option.label : `${option.label}: ${choice.target ?? ''}`;
}

function textOf(problem: Problem, groups: ReadonlyMap<string, ProblemGroup>): string {
  const message = groups.get(problem.groupKey)?.message ?? '';
  return `${problem.row} ${problem.column ?? ''} ${problem.value} ${message}`.toLowerCase();
}

function pageOf<Item, Row>(
  items: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  present: (item: Item) => Row,
): { rows: Row[]; nextCursor: string | null; total: number } {
  const from = Number(cursor ?? 0);
  const next = from + limit;
  return {
    rows: items.slice(from, next).map(present),
    nextCursor: next < items.length ? String(next) : null,
    total: items.length,
  };
}

function failureOf(record: ImportRecord, state: ImportState): string | null {
  return state === 'interrupted' ? 'The server stopped in the middle.' : record.failure;
}
