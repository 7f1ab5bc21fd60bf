import type { DealOutcome } from '../deals/pipeline.ts';
import { importField } from './kinds.ts';
import { type NearName, nameKey, nearestName } from './name-match.ts';
import {
  findReference,
  type GroupDraft,
  type Handle,
  nearNames,
  type PlanContext,
  raise,
  type UnknownNames,
} from './plan-context.ts';
import { planImplied } from './plan-record.ts';
import {
  type Choice,
  type ChoiceOption,
  plainChoice,
  plainOption,
  type RecordKind,
  skipOption,
} from './problem.ts';
import { cellText, groupOf, placeOf, type SourceRow } from './source-row.ts';
import { readStageName } from './vocabulary.ts';

/** A cell that names another record. */
export type ReferenceCell = {
  readonly row: SourceRow;
  readonly field: string;
  readonly kind: RecordKind;
  /** New names are no problem but simply make a record, as with the teams of a team list. */
  readonly isOpen: boolean;
  /** The row is planned already and can no longer be left out. */
  readonly isLate: boolean;
};

const nouns: Readonly<Record<RecordKind, string>> = {
  team: 'team',
  person: 'person',
  product: 'product',
  account: 'account',
  stage: 'stage',
  deal: 'deal',
};

const firm = { isOpen: false, isLate: false };

/** Unknown names that get a group of their own; those beyond share one. */
const mostOwnGroups = 20;
/** The same for names that a known one is near to. */
const mostNearGroups = 200;
/** Unknown names of one field for which a near one is looked for: beyond it they are simply new. */
const mostSearches = 2000;

/**
 * The record that a cell names; null when the cell is empty, stays empty by choice, or the row is
 * left out. An unknown name is noted, with the known name it probably means.
 */
export function resolveReference(context: PlanContext, cell: ReferenceCell): Handle | null {
  const name = cellText(cell.row, cell.field);
  if (name === '') return null;
  const unknown = unknownNames(context, cell);
  const noted = unknown.keys.get(nameKey(name));
  const known = findReference(context, cell.kind, name);
  // A name that this import makes by choice is noted at each of its rows, not at the first only.
  if (known !== null && noted === undefined) return known;
  const near =
    noted === undefined && unknown.keys.size < mostSearches
      ? nearestName(nearNames(context, cell.kind), name)
      : null;
  if (cell.isOpen && noted === undefined && near === null)
    return planImplied(context, cell.kind, { name, values: {} });
  const key = noted ?? noteUnknown(unknown, cell, { name, near });
  const draft = () =>
    key.endsWith('/unknown-names') ? unknownNamesGroup(cell) : unknownReference(cell, name, near);
  return followChoice(context, cell, raise(context, placeOf(cell.row, cell.field), { key, draft }));
}

/**
 * The stage a cell names. An unknown one can become a new stage, with the outcome and chance its
 * name suggests, or go to a stage that is there.
 */
export function resolveStage(context: PlanContext, row: SourceRow): Handle | null {
  const name = cellText(row, 'stage');
  if (name === '') return null;
  const key = `deals/stage/unknown/${name}`;
  const known = findReference(context, 'stage', name);
  if (known !== null && !context.groups.has(key)) return known;
  const choice = raise(context, placeOf(row, 'stage'), {
    key,
    draft: () => ({
      ...groupOf('deals', 'stage', 'stage-unknown'),
      value: name,
      title: `Stage “${name}” is not known`,
      message: 'There is no stage of this name.',
      options: stageOptions(name),
      standard: stageStandard(context, name),
    }),
  });
  if (choice.action !== 'create')
    return followChoice(context, { row, field: 'stage', kind: 'stage', ...firm }, choice);
  const reading = readStageName(name);
  const probability = choice.probability ?? reading.probability;
  return known ?? planStage(context, { name, outcome: reading.outcome, probability });
}

/** How a stage ends a deal. */
export function outcomeOf(context: PlanContext, stage: Handle): DealOutcome {
  return context.outcomes.get(stage) ?? 'open';
}

function unknownNames(context: PlanContext, { row, field }: ReferenceCell): UnknownNames {
  const place = `${row.kind}/${field}`;
  const found = context.unknown.get(place) ?? { keys: new Map(), nearCount: 0 };
  context.unknown.set(place, found);
  return found;
}

/** The key of the group to which a name that was not met before belongs from now on. */
function noteUnknown(
  unknown: UnknownNames,
  { row, field }: ReferenceCell,
  { name, near }: { readonly name: string; readonly near: NearName | null },
): string {
  const isOwn =
    near === null ? unknown.keys.size < mostOwnGroups : unknown.nearCount < mostNearGroups;
  if (near !== null) unknown.nearCount += 1;
  const key = isOwn ? `${row.kind}/${field}/unknown/${name}` : `${row.kind}/${field}/unknown-names`;
  unknown.keys.set(nameKey(name), key);
  return key;
}

/** Many unknown names are settled together. */
function unknownNamesGroup(cell: ReferenceCell): GroupDraft {
  const noun = nouns[cell.kind];
  const options = [
    plainOption('create', `Make a new ${noun} of each`),
    plainOption('empty', `Leave the ${labelOf(cell).toLowerCase()} empty`),
  ];
  return {
    ...groupOf(cell.row.kind, cell.field, 'reference-unknown'),
    title: `${labelOf(cell)}: other names that are not known`,
    message: `There is no ${noun} of this name.`,
    options: cell.isLate ? options : [...options, skipOption],
    standard: plainChoice('create'),
  };
}

function unknownReference(cell: ReferenceCell, name: string, near: NearName | null): GroupDraft {
  const missing = `There is no ${nouns[cell.kind]} of this name`;
  return {
    ...groupOf(cell.row.kind, cell.field, 'reference-unknown'),
    value: name,
    title: `${labelOf(cell)} “${name}” is not known`,
    message: near === null ? `${missing}.` : `${missing}; “${near.name}” is near.`,
    options: referenceOptions(cell, name, near),
    standard: referenceStandard(near),
  };
}

function followChoice(context: PlanContext, cell: ReferenceCell, choice: Choice): Handle | null {
  switch (choice.action) {
    case 'use':
      return choice.target === null ? null : findReference(context, cell.kind, choice.target);
    case 'create': {
      const name = cellText(cell.row, cell.field);
      const made = findReference(context, cell.kind, name);
      return made ?? planImplied(context, cell.kind, { name, values: {} });
    }
    case 'skip':
      cell.row.isSkipped = true;
      return null;
    default:
      return null;
  }
}

function referenceOptions(
  cell: ReferenceCell,
  name: string,
  near: NearName | null,
): ChoiceOption[] {
  const noun = nouns[cell.kind];
  const options: ChoiceOption[] = [];
  if (near !== null)
    options.push({ ...plainOption('use', `Use “${near.name}”`), target: near.name });
  options.push(
    plainOption('create', `Make a new ${noun} “${name}”`),
    { ...plainOption('use', `Use another ${noun}`), picks: cell.kind },
    plainOption('empty', `Leave the ${labelOf(cell).toLowerCase()} empty`),
  );
  return cell.isLate ? options : [...options, skipOption];
}

/** A slip in a long name is safe to mend; in a short one two names may both be right. */
function referenceStandard(near: NearName | null): Choice {
  const isSafe =
    near !== null &&
    (near.likeness === 'spelling' || (near.distance === 1 && near.name.length >= 8));
  return isSafe ? { ...plainChoice('use'), target: near.name } : plainChoice('create');
}

function stageOptions(name: string): ChoiceOption[] {
  const { probability } = readStageName(name);
  return [
    { ...plainOption('create', `Make a new stage “${name}”`), probability },
    { ...plainOption('use', 'Use a stage that is there'), picks: 'stage' },
    skipOption,
  ];
}

function stageStandard(context: PlanContext, name: string): Choice {
  const near = nearestName(nearNames(context, 'stage'), name);
  const target = near?.name ?? onlyStageEnding(context, readStageName(name).outcome);
  if (target !== null) return { ...plainChoice('use'), target };
  return { ...plainChoice('create'), probability: readStageName(name).probability };
}

/** The one stage with this ending, for `Closed won` where the workspace says `Won`. */
function onlyStageEnding(context: PlanContext, outcome: DealOutcome): string | null {
  if (outcome === 'open') return null;
  const handles = [...context.outcomes].filter(([, found]) => found === outcome);
  const [only] = handles;
  if (only === undefined || handles.length > 1) return null;
  return context.references.stage.nameOf.get(only[0]) ?? null;
}

function planStage(
  context: PlanContext,
  stage: { readonly name: string; readonly outcome: DealOutcome; readonly probability: number },
): Handle {
  const { name, outcome, probability } = stage;
  const handle = planImplied(context, 'stage', { name, values: { outcome, probability } });
  context.outcomes.set(handle, outcome);
  return handle;
}

function labelOf(cell: ReferenceCell): string {
  return importField(cell.row.kind, cell.field)?.label ?? cell.field;
}
