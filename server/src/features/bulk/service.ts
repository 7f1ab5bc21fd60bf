import type { BulkKind, bulk } from '@evenkeel/contract/bulk';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { AccountId, DealId, GoalId, Id, ProjectId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError } from '../../platform/app-error.ts';
import { refusalOf } from '../../platform/db/savepoint.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as accounts from '../accounts/service.ts';
import * as deals from '../deals/service.ts';
import * as goals from '../goals/service.ts';
import * as initiatives from '../initiatives/service.ts';
import * as projects from '../projects/service.ts';
import { resolveSubjects } from '../subjects/service.ts';

type Update = BodyOf<typeof bulk.update>;
type Written = { readonly id: string; readonly version: number };

/** Reasons that are told at most; the number of refused records is told in full. */
const mostIssues = 50;

/** Changes many records, all or none, by the very rules by which each is changed alone. */
export async function updateMany(scope: Scope, update: Update): Promise<Written[]> {
  const written: Written[] = [];
  await allOrNone(
    scope,
    update.kind,
    update.rows.map(({ id }) => id),
    async (index) => {
      written.push(await updateOne(scope, update, index));
    },
  );
  return written;
}

export async function removeMany(
  scope: Scope,
  { kind, ids }: BodyOf<typeof bulk.remove>,
): Promise<void> {
  await allOrNone(scope, kind, ids, async (index) => {
    await removers[kind](scope, ids[index] ?? '');
  });
}

export async function restoreMany(
  scope: Scope,
  { kind, ids }: BodyOf<typeof bulk.restore>,
): Promise<void> {
  await allOrNone(scope, kind, ids, async (index) => {
    await restorers[kind](scope, ids[index] ?? '');
  });
}

// The contract has checked that every id is one, and the kind says of what.
const removers: Record<BulkKind, (scope: Scope, id: string) => Promise<unknown>> = {
  account: (scope, id) => accounts.removeAccount(scope, id as AccountId),
  deal: (scope, id) => deals.removeDeal(scope, id as DealId),
  goal: (scope, id) => goals.removeGoal(scope, id as GoalId),
  'client-project': (scope, id) => projects.removeProject(scope, id as ProjectId),
  initiative: (scope, id) => initiatives.removeInitiative(scope, id as ProjectId),
};

const restorers: Record<BulkKind, (scope: Scope, id: string) => Promise<unknown>> = {
  account: (scope, id) => accounts.restoreAccount(scope, id as AccountId),
  deal: (scope, id) => deals.restoreDeal(scope, id as DealId),
  goal: (scope, id) => goals.restoreGoal(scope, id as GoalId),
  'client-project': (scope, id) => projects.restoreProject(scope, id as ProjectId),
  initiative: (scope, id) => initiatives.restoreInitiative(scope, id as ProjectId),
};

/** Changes the row at a place as its noun's own service does, and says which version that made. */
async function updateOne(scope: Scope, update: Update, index: number): Promise<Written> {
  const { id, version } = rowAt(update.rows, index);
  switch (update.kind) {
    case 'account':
      await accounts.updateAccount(
        scope,
        id as AccountId,
        version,
        rowAt(update.rows, index).change,
      );
      break;
    case 'deal':
      await deals.updateDeal(scope, id as DealId, version, rowAt(update.rows, index).change);
      break;
    case 'goal':
      await goals.updateGoal(scope, id as GoalId, version, rowAt(update.rows, index).change);
      break;
    case 'client-project': {
      const { change } = rowAt(update.rows, index);
      await projects.updateProject(scope, id as ProjectId, version, { kind: 'client', ...change });
      break;
    }
    case 'initiative':
      await initiatives.updateInitiative(
        scope,
        id as ProjectId,
        version,
        rowAt(update.rows, index).change,
      );
      break;
  }
  // Each of these writes the record once.
  return { id, version: version + 1 };
}

function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`there is no row ${index}`);
  return row;
}

/** Tries every record; when some are refused nothing stays written, and each of them is named. */
async function allOrNone(
  scope: Scope,
  kind: BulkKind,
  ids: readonly string[],
  work: (index: number) => Promise<void>,
): Promise<void> {
  const refused: { index: number; refusal: AppError }[] = [];
  for (const index of ids.keys()) {
    const refusal = await refusalOf(scope, () => work(index));
    if (refusal) refused.push({ index, refusal });
  }
  const [first] = refused;
  if (!first) return;
  const shown = refused.slice(0, mostIssues);
  // The contract has checked that these are ids.
  const refs = shown.map(({ index }) => ({ kind, id: (ids[index] ?? '') as Id<string> }));
  const names = await resolveSubjects(scope, refs);
  throw new AppError(
    first.refusal.code,
    `${refused.length} of ${ids.length} could not be changed, so none was.`,
    {
      issues: shown.map(({ index, refusal }, place) => {
        const ref = refs[place];
        const name = (ref && names.get(subjectKey(ref))?.name) ?? 'A record that is not here';
        return {
          path: ['rows', index, ...(refusal.issues[0]?.path ?? [])],
          code: refusal.code,
          message: `${name}: ${refusal.message}`,
        };
      }),
    },
  );
}
