import type { CalendarDate } from '../calendar-date.ts';
import type { CustomValue } from '../custom-field.ts';
import { type DealOutcome, dealOutcomes } from '../deals/pipeline.ts';
import type { ColumnMapping } from './interpret.ts';
import type { ImportKind } from './kinds.ts';
import { addName, type NameIndex, nameIndex, nameKey } from './name-match.ts';
import type { OwnField } from './own-fields.ts';
import type {
  Choice,
  ChoiceOption,
  Problem,
  ProblemCode,
  ProblemGroup,
  RecordKind,
} from './problem.ts';
import { recordKinds } from './problem.ts';

/** What a cell becomes. Money is in minor units, dates are `CalendarDate`, references are handles. */
export type CellValue = string | number | null;

/**
 * Points at a record: the id of one that is there already, or `new:<kind>:<n>` for one that this
 * import makes.
 */
export type Handle = string;

/** A file whose columns are mapped. */
export type PlanFile = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly header: readonly string[];
  readonly columns: readonly ColumnMapping[];
  readonly rows: readonly (readonly string[])[];
  /** The firm's own fields of the kind's records. */
  readonly own?: readonly OwnField[];
};

/** A record that the workspace has already, its values keyed like the fields of imports. */
export type ExistingRecord = {
  readonly id: string;
  readonly name: string;
  readonly externalKey: string | null;
  readonly isTrashed: boolean;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Values of the firm's own fields by id. */
  readonly own?: Readonly<Record<string, CustomValue>>;
};

/** Everything a plan depends on. */
export type PlanInput = {
  readonly files: readonly PlanFile[];
  readonly existing: Readonly<Record<RecordKind, readonly ExistingRecord[]>>;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly currency: string;
  readonly today: CalendarDate;
};

/** One value of a record that is there already and that the import changes; the firm's own in words. */
export type FieldChange = {
  readonly field: string;
  readonly before: CellValue;
  readonly after: CellValue;
};

/** What becomes of one record. `keep`: it differs, but stays as it is by choice. */
export const plannedActions = ['create', 'update', 'restore', 'keep', 'unchanged'] as const;

/** One of `plannedActions`. */
export type PlannedAction = (typeof plannedActions)[number];

/** One record of a plan. `fileId` and `row` say which row of which file it comes from. */
export type PlannedRecord = {
  readonly kind: RecordKind;
  readonly handle: Handle;
  readonly action: PlannedAction;
  readonly name: string;
  readonly fileId: string | null;
  readonly row: number;
  /** All values of a new record; only the changed ones of one that is there already. */
  readonly values: Record<string, CellValue>;
  /** The same of the firm's own fields, by id; a person is a handle. */
  readonly own: Readonly<Record<string, CustomValue>>;
  readonly changes: readonly FieldChange[];
};

/** How many records of a kind an import makes, changes or leaves. */
export type KindCounts = Record<PlannedAction | 'skip', number>;

type OpenGroup = { -readonly [Key in keyof ProblemGroup]: ProblemGroup[Key] };

/** Names of one kind of record and what they point at. */
export type References = {
  readonly byName: Map<string, Handle>;
  readonly nameOf: Map<Handle, string>;
  near: NameIndex | null;
};

/** The names of one field that were not known, each with the group it belongs to. */
export type UnknownNames = { readonly keys: Map<string, string>; nearCount: number };

/** What a plan gathers while it is made. */
export type PlanContext = {
  readonly input: PlanInput;
  readonly problems: Problem[];
  readonly groups: Map<string, OpenGroup>;
  readonly records: Map<Handle, PlannedRecord>;
  readonly existingById: Map<Handle, ExistingRecord>;
  readonly counts: Record<RecordKind, KindCounts>;
  readonly references: Record<RecordKind, References>;
  readonly outcomes: Map<Handle, DealOutcome>;
  /** Names that were not known when they were met, for each kind of file and field. */
  readonly unknown: Map<string, UnknownNames>;
  /** Rows that say again what another row says, as `rowId` writes them. */
  readonly leftOut: Set<string>;
  /** Handles of people by `looseKey` of their names, filled when first asked for. */
  readonly people: Map<string, Handle>;
};

/** An empty plan that knows what the workspace has already. */
export function planContext(input: PlanInput): PlanContext {
  const context: PlanContext = {
    input,
    problems: [],
    groups: new Map(),
    records: new Map(),
    existingById: new Map(),
    counts: forEachKind(() => ({
      create: 0,
      update: 0,
      restore: 0,
      keep: 0,
      unchanged: 0,
      skip: 0,
    })),
    references: forEachKind(() => ({ byName: new Map(), nameOf: new Map(), near: null })),
    outcomes: new Map(),
    unknown: new Map(),
    leftOut: new Set(),
    people: new Map(),
  };
  for (const kind of recordKinds) {
    for (const record of input.existing[kind]) {
      context.existingById.set(record.id, record);
      if (!record.isTrashed) addReference(context, kind, { name: record.name, handle: record.id });
    }
  }
  for (const { id, values } of input.existing.stage) {
    const outcome = dealOutcomes.find((known) => known === values['outcome']);
    if (outcome !== undefined) context.outcomes.set(id, outcome);
  }
  return context;
}

/** A value of a record as it will be after the import; null when it has none. */
export function plannedValue(context: PlanContext, handle: Handle, field: string): CellValue {
  const planned = context.records.get(handle)?.values[field];
  return planned ?? context.existingById.get(handle)?.values[field] ?? null;
}

/** Makes a name point at a record; the first record of a name counts. */
export function addReference(
  context: PlanContext,
  kind: RecordKind,
  { name, handle }: { readonly name: string; readonly handle: Handle },
): void {
  const references = context.references[kind];
  const key = nameKey(name);
  if (!references.byName.has(key)) references.byName.set(key, handle);
  references.nameOf.set(handle, name);
  if (references.near !== null) addName(references.near, name);
}

/** The record a name points at, if there is one. */
export function findReference(context: PlanContext, kind: RecordKind, name: string): Handle | null {
  return context.references[kind].byName.get(nameKey(name)) ?? null;
}

/** The index of near names of one kind, built when first asked for. */
export function nearNames(context: PlanContext, kind: RecordKind): NameIndex {
  const references = context.references[kind];
  references.near ??= nameIndex(references.nameOf.values());
  return references.near;
}

/** Where a problem stands. */
export type ProblemPlace = Omit<Problem, 'groupKey'>;

/** A group before its first problem. */
export type GroupDraft = {
  readonly code: ProblemCode;
  readonly kind: ImportKind;
  readonly field: string | null;
  readonly value: string | null;
  readonly title: string;
  readonly message: string;
  readonly options: readonly ChoiceOption[];
  readonly standard: Choice;
};

/** A group by its key; `draft` is called for the first of its problems only. */
export type GroupSource = { readonly key: string; readonly draft: () => GroupDraft };

/** Notes a problem and returns what is to be done about it. */
export function raise(context: PlanContext, place: ProblemPlace, group: GroupSource): Choice {
  const choice = choose(context, group);
  context.problems.push({ ...place, groupKey: group.key });
  return choice;
}

/** Counts one more record in a group and returns what is to be done about it. */
export function choose(context: PlanContext, { key, draft }: GroupSource): Choice {
  let group = context.groups.get(key);
  if (group === undefined) {
    const fresh = draft();
    const chosen = validChoice(context, fresh, context.input.choices[key]) ?? fresh.standard;
    group = { key, ...fresh, chosen, count: 0 };
    context.groups.set(key, group);
  }
  group.count += 1;
  return group.chosen;
}

/** A remembered or sent choice counts only if it is offered and its target is there. */
function validChoice(
  context: PlanContext,
  draft: GroupDraft,
  choice: Choice | undefined,
): Choice | null {
  if (choice === undefined) return null;
  const option = draft.options.find(
    ({ action, target }) =>
      action === choice.action && (target === null || target === choice.target),
  );
  if (option === undefined) return null;
  if (option.picks === null) return choice;
  const isThere =
    choice.target !== null && findReference(context, option.picks, choice.target) !== null;
  return isThere ? choice : null;
}

function forEachKind<Value>(make: () => Value): Record<RecordKind, Value> {
  return {
    team: make(),
    person: make(),
    product: make(),
    account: make(),
    stage: make(),
    deal: make(),
  };
}
