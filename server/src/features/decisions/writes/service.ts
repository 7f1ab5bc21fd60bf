import { type Effect, effectsOf } from '@evenkeel/core/decisions/effects';
import { groupedBy } from '@evenkeel/core/grouping';
import type { DecisionId, ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { replaceCauses } from './repository.ts';

/** An effect under the name of its task or project. */
export type NamedEffect = Effect & { readonly name: string };

/** What one transaction changed on a project. */
export type Write = {
  readonly changeId: string;
  readonly at: Date;
  readonly by: string | null;
  readonly effects: readonly NamedEffect[];
  readonly decision: { readonly id: DecisionId; readonly title: string } | null;
};

/** What a decision changed, from the change record alone: exact, and the same whenever it is read. */
export async function readEffects(scope: Scope, id: DecisionId): Promise<NamedEffect[]> {
  return named(scope, effectsOf(await repository.listCaused(scope, id)));
}

/** Changes to the plan and the price of a project by transaction, the latest first. */
export async function listWrites(scope: Scope, projectId: ProjectId): Promise<Write[]> {
  const changes = await repository.listChanges(scope, projectId);
  const writes: Write[] = [];
  for (const [, group] of groupedBy(changes, ({ transaction }) => transaction)) {
    const [first] = group;
    const effects = await named(scope, effectsOf(group));
    if (!first || effects.length === 0) continue;
    const { decisionId, decisionTitle } = first;
    writes.push({
      changeId: first.id,
      at: first.at,
      by: first.by,
      effects,
      decision: decisionId === null ? null : { id: decisionId, title: decisionTitle ?? '' },
    });
  }
  return writes.toReversed().slice(0, 200);
}

async function named(scope: Scope, effects: readonly Effect[]): Promise<NamedEffect[]> {
  if (effects.length === 0) return [];
  const names = await repository.listNames(scope, [
    ...new Set(effects.map(({ subjectId }) => subjectId)),
  ]);
  return effects.map((effect) => ({ ...effect, name: names.get(effect.subjectId) ?? 'Deleted' }));
}
