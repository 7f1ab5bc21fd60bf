import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import type { Id } from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { Row } from './tables.ts';

export type RecordMergeTable = Row<Id<'record-merge'>> & {
  subject_kind: MergeKind;
  subject_id: string;
  merged_id: string;
  name: string;
  moved: Generated<string>;
};
export type DuplicateDismissalTable = Row<Id<'duplicate-dismissal'>> & {
  kind: MergeKind;
  first_id: string;
  second_id: string;
};

/** The tables of duplicates, for the query builder. */
export type DuplicateTables = {
  record_merge: RecordMergeTable;
  duplicate_dismissal: DuplicateDismissalTable;
};
