import type { MemberId, ProjectId, QuestionId } from '@evenkeel/core/id';
import type { QuestionState } from '@evenkeel/core/questions/question';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row } from './tables.ts';

export type QuestionTable = Row<QuestionId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  key: ColumnType<string | null, string | null | undefined, never>;
  because: Generated<string>;
  question: string;
  answer: Generated<string>;
  state: QuestionState;
  asked_by: Optional<MemberId>;
  published_at: OptionalTimestamp;
  published_by: Optional<MemberId>;
};

/** Questions and answers, for the query builder. */
export type QuestionTables = { question: QuestionTable };
