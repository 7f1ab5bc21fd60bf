import type { SearchHit } from '@evenkeel/contract/search';
import type { Scope } from '../../platform/db/scope.ts';
import { findRecords } from './repository.ts';

export function findAnything(scope: Scope, text: string): Promise<SearchHit[]> {
  return findRecords(scope, text);
}
