import type { Id } from '@evenkeel/core/id';
import { v7 } from 'uuid';

/** A new id. UUIDv7: later ids sort after earlier ones, so that indexes stay compact. */
export function newId<I extends Id<string>>(): I {
  // A fresh UUID belongs to no noun yet: the caller names it.
  return v7() as I;
}
