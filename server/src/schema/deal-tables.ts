import type { PipelineId } from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { Row } from './tables.ts';

export type PipelineTable = Row<PipelineId> & {
  name: string;
  position: number;
  is_default: Generated<boolean>;
};

/** What hangs on deals and the ways they take. */
export type DealTables = { pipeline: PipelineTable };
