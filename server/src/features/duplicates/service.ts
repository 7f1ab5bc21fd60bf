import type { DuplicatePairView, duplicates } from '@evenkeel/contract/duplicates';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import {
  accountLikeness,
  contactLikeness,
  type DuplicatePair,
  duplicateAccounts,
  duplicateContacts,
  inOrder,
} from '@evenkeel/core/duplicates/likeness';
import { type MergeKind, mergeFields } from '@evenkeel/core/duplicates/merge';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { accountNames, contactNames } from './candidates/service.ts';
import { hangingOn, moveAll } from './references/service.ts';
import * as repository from './repository.ts';

/** Most pairs that are shown of each kind. */
const mostPairs = 200;
const longestText = 20_000;

/** Pairs that probably mean the same and were not said to be different, the likeliest first. */
export async function listPairs(scope: Scope): Promise<DuplicatePairView[]> {
  const dismissed = new Set(
    (await repository.listDismissals(scope)).map((row) => `${row.first_id} ${row.second_id}`),
  );
  const open = (pairs: readonly DuplicatePair[]) =>
    pairs
      .filter(({ firstId, secondId }) => !dismissed.has(`${firstId} ${secondId}`))
      .slice(0, mostPairs);
  const accounts = open(duplicateAccounts(await accountNames(scope)));
  const contacts = open(duplicateContacts(await contactNames(scope)));
  return [
    ...named('account', accounts, await repository.accountSides(scope, idsOf(accounts))),
    ...named('contact', contacts, await repository.contactSides(scope, idsOf(contacts))),
  ];
}

/** Two records side by side, in the order they were asked for. */
export async function compare(scope: Scope, kind: MergeKind, firstId: string, secondId: string) {
  const [first, second] = await pairOf(scope, kind, firstId, secondId);
  const sides = kind === 'account' ? repository.accountSides : repository.contactSides;
  const [lower, higher] = inOrder(firstId, secondId);
  const dismissals = await repository.listDismissals(scope);
  return {
    kind,
    likeness: await likenessOf(scope, kind, firstId, secondId),
    isDismissed: dismissals.some((row) => row.first_id === lower && row.second_id === higher),
    first,
    second,
    sides: await sides(scope, [firstId, secondId]),
    firstMoves: await hangingOn(scope, kind, firstId),
    secondMoves: await hangingOn(scope, kind, secondId),
  };
}

/** Makes two records one, in the request's transaction. What moved, in words. */
export async function merge(scope: Scope, body: BodyOf<typeof duplicates.merge>) {
  const { kind, keptId, mergedId } = body;
  const [kept, merged] = await pairOf(scope, kind, keptId, mergedId, true);
  if (merged.version !== body.mergedVersion) {
    throw new AppError(
      'stale-version',
      'Somebody changed one of them since you opened them. Look at both again, then merge.',
    );
  }
  const columns = chosenColumns(body, kept, merged);
  await repository.updateKept(scope, kind, { id: keptId, version: body.keptVersion }, columns);
  const moved = (await moveAll(scope, kind, { keptId, mergedId }))
    .map(({ count, what }) => `${count} ${what}`)
    .join(', ');
  await repository.insertMerge(scope, kind, { keptId, merged, moved });
  await repository.trashMerged(scope, kind, mergedId);
  return { keptId, moved };
}

export async function dismiss(scope: Scope, kind: MergeKind, firstId: string, secondId: string) {
  await pairOf(scope, kind, firstId, secondId);
  await repository.insertDismissal(scope, kind, firstId, secondId);
}

export async function proposeAgain(scope: Scope, firstId: string, secondId: string) {
  await repository.deleteDismissal(scope, firstId, secondId);
}

export { findMergedInto } from './repository.ts';

/** Both records in the order asked for; refused when one is missing, in the trash, or they are one. */
async function pairOf(
  scope: Scope,
  kind: MergeKind,
  ...[firstId, secondId, isLocked = false]: [string, string, boolean?]
): Promise<readonly [repository.FullRecord, repository.FullRecord]> {
  if (firstId === secondId)
    throw invalid(['secondId'], 'same', 'is the same record: a record is no duplicate of itself');
  const found = await repository.findPair(scope, kind, [firstId, secondId], isLocked);
  const first = found.find(({ id }) => id === firstId);
  const second = found.find(({ id }) => id === secondId);
  if (!first || !second)
    throw new AppError('not-found', `One of the two is no ${kind} here, or lies in the trash.`);
  return [first, second];
}

/** The columns of the kept record that take what the merged one says. */
function chosenColumns(
  { kind, take }: BodyOf<typeof duplicates.merge>,
  kept: repository.FullRecord,
  merged: repository.FullRecord,
): Record<string, unknown> {
  const own: readonly string[] = mergeFields[kind];
  const columns: Record<string, unknown> = {};
  for (const [index, { field, from }] of take.entries()) {
    const column = columnOf(field);
    if (!own.includes(field))
      throw invalid(['take', index, 'field'], 'unknown', `is no field of a ${kind}`);
    if (from === 'merged') {
      columns[column] = merged[column];
    } else if (field === 'notes') {
      columns[column] = together(kept[column], merged[column]);
    } else {
      throw invalid(['take', index, 'from'], 'one-only', 'of this field only one value can stay');
    }
  }
  if (columns['parent_id'] === kept.id) delete columns['parent_id'];
  return columns;
}

function together(one: unknown, two: unknown): string {
  const text = [one, two].filter((part) => typeof part === 'string' && part !== '').join('\n\n');
  if (text.length > longestText)
    throw invalid(['take'], 'too-long', 'both notes together are longer than 20,000 characters');
  return text;
}

/** The column of a field: `jobTitle` stands in `job_title`. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

async function likenessOf(scope: Scope, kind: MergeKind, firstId: string, secondId: string) {
  const pick = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    [firstId, secondId].flatMap((id) => items.find((item) => item.id === id) ?? []);
  if (kind === 'account') {
    const [one, two] = pick(await accountNames(scope));
    return one && two ? accountLikeness(one, two) : { score: 0, reasons: [] };
  }
  const [one, two] = pick(await contactNames(scope));
  return one && two ? contactLikeness(one, two) : { score: 0, reasons: [] };
}

function idsOf(pairs: readonly DuplicatePair[]): string[] {
  return pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
}

function named(
  kind: MergeKind,
  pairs: readonly DuplicatePair[],
  sides: readonly repository.NamedSide[],
): DuplicatePairView[] {
  const byId = new Map(sides.map((side) => [side.id, side]));
  return pairs.flatMap(({ firstId, secondId, score, reasons }) => {
    const [first, second] = [byId.get(firstId), byId.get(secondId)];
    return first && second ? [{ kind, score, reasons: [...reasons], first, second }] : [];
  });
}
