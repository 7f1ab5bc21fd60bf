import type { ComparedRecord, Comparison } from '@evenkeel/contract/duplicates';
import {
  type MergeField,
  type MergeKind,
  type MergeValue,
  mergeFields,
  proposeMerge,
} from '@evenkeel/core/duplicates/merge';
import { integer, moment } from '../../platform/db/values.ts';
import type { compare } from './service.ts';

type Compared = Awaited<ReturnType<typeof compare>>;
type FullRecord = Compared['first'];

export function presentComparison(found: Compared): Comparison {
  const { kind, likeness, first, second } = found;
  const values = { first: valuesOf(kind, first), second: valuesOf(kind, second) };
  const proposal = proposeMerge(
    kind,
    { id: first.id, createdAt: moment(first.created_at), values: values.first },
    { id: second.id, createdAt: moment(second.created_at), values: values.second },
  );
  return {
    kind,
    score: likeness.score,
    reasons: [...likeness.reasons],
    isDismissed: found.isDismissed,
    first: presentSide(found, first, found.firstMoves),
    second: presentSide(found, second, found.secondMoves),
    proposedKeptId: proposal.keptId,
    fields: proposal.choices.map(({ field, choice }) => ({
      field,
      first: values.first[field] ?? null,
      second: values.second[field] ?? null,
      proposed: choice,
    })),
  };
}

function presentSide(
  { sides }: Compared,
  record: FullRecord,
  moves: Compared['firstMoves'],
): ComparedRecord {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    name: record.name,
    detail: sides.find(({ id }) => id === record.id)?.detail ?? '',
    createdAt: moment(record.created_at),
    moves,
  };
}

function valuesOf(kind: MergeKind, record: FullRecord): Partial<Record<MergeField, MergeValue>> {
  return Object.fromEntries(
    mergeFields[kind].map((field) => [field, readableValue(field, record)]),
  );
}

/** A value as people read it: names instead of ids. */
function readableValue(field: MergeField, record: FullRecord): MergeValue {
  if (field === 'ownerId') return record.owner_name;
  if (field === 'parentId') return record.parent_name;
  const value = record[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
  // bigint comes as a text from the driver.
  if (field === 'annualRevenue') return typeof value === 'string' ? integer(value) : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
