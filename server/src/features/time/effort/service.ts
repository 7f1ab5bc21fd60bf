import type { effort } from '@evenkeel/contract/effort';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** The lines of the report, and whether there are more than were asked for. */
export async function readEffort(
  scope: Scope,
  asked: QueryOf<typeof effort.report>,
): Promise<{ rows: repository.EffortRecord[]; isCut: boolean }> {
  if (asked.from && asked.to && asked.to < asked.from) {
    throw invalid(['to'], 'too-early', 'is before the first day');
  }
  const found = await repository.listEffort(scope, asked);
  return { rows: found.slice(0, asked.limit), isCut: found.length > asked.limit };
}
