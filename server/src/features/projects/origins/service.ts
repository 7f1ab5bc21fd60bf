import { isId, type ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { NewOrigin } from './repository.ts';
export { insertOrigins } from './repository.ts';

/** Where a field came from, and what it says now: its raw value, null when the thing is gone. */
export type FieldOrigin = {
  readonly origin: repository.OriginRecord;
  readonly current: unknown;
  readonly isGone: boolean;
};

export type Origins = {
  readonly fields: readonly FieldOrigin[];
  readonly names: ReadonlyMap<string, string>;
};

/** Where each field of a project came from, with the names of everything they point to (B09). */
export async function readOrigins(scope: Scope, projectId: ProjectId): Promise<Origins> {
  const fields = (await repository.listOrigins(scope, projectId)).map((origin) => ({
    origin,
    current: origin.now?.[columnOf(origin.field)] ?? null,
    isGone: origin.now === null || origin.now['deleted_at'] != null,
  }));
  const ids = fields.flatMap(({ origin, current }) =>
    [origin.value, origin.source_id, current].filter(
      (value): value is string => typeof value === 'string' && isId(value),
    ),
  );
  return { fields, names: await repository.listNames(scope, [...new Set(ids)]) };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
