import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportId } from '@evenkeel/core/id';
import type { ImportKind } from '@evenkeel/core/imports/kinds';
import { type ImportPlan, mappingIssues, planImport } from '@evenkeel/core/imports/plan';
import type { PlanFile, PlanInput } from '@evenkeel/core/imports/plan-context';
import type { Choice } from '@evenkeel/core/imports/problem';
import { dealKeys } from '@evenkeel/core/imports/row-keys';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listFiles, planFiles } from '../files/service.ts';
import { withOwnValues } from '../own-fields/service.ts';
import * as repository from './repository.ts';

export { existingStages } from './repository.ts';

/** What a plan is made from. */
export type PlanSource = {
  readonly importId: ImportId;
  readonly choices: Readonly<Record<string, Choice>>;
};

export type MadePlan = { readonly plan: ImportPlan; readonly files: readonly PlanFile[] };

const kept = new Map<ImportId, { readonly stamp: string; readonly made: MadePlan }>();
const mostKept = 4;

/** The plan of an import as things are now; made once for each state of the workspace. */
export async function currentPlan(scope: Scope, source: PlanSource): Promise<MadePlan> {
  const stamp = await stampOf(scope, source);
  const known = kept.get(source.importId);
  if (known?.stamp === stamp) return known.made;
  const made = await makePlan(scope, source, () => {});
  kept.delete(source.importId);
  kept.set(source.importId, { stamp, made });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return made;
}

/** Lets go of the plan of an import that is about to be made anew for good. */
export function forgetPlan(importId: ImportId): void {
  kept.delete(importId);
}

/**
 * Plans an import against what is there now, letting other requests through in between. Refused
 * while a file's mapping is incomplete.
 */
export async function makePlan(
  scope: Scope,
  source: PlanSource,
  onRows: (rows: number) => void,
): Promise<MadePlan> {
  const files = await planFiles(scope, source.importId);
  if (files.length === 0)
    throw new AppError('wrong-state', 'There is nothing to import yet: add a file first.');
  for (const file of files) {
    const [issue] = mappingIssues(file);
    if (issue) throw new AppError('wrong-state', issue.message, { issues: mappingIssues(file) });
  }
  const steps = planImport(await inputOf(scope, files, source.choices));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { plan: step.value, files };
    onRows(step.value);
    await nextTurn();
  }
}

async function inputOf(
  scope: Scope,
  files: readonly PlanFile[],
  choices: Readonly<Record<string, Choice>>,
): Promise<PlanInput> {
  // One after the other: a transaction has one connection.
  const team = await repository.existingTeams(scope);
  const person = await repository.existingPeople(scope);
  const product = await repository.existingProducts(scope);
  const accounts = await repository.existingAccounts(scope);
  const account = await withOwnValues(scope, accounts, ofKind(files, 'accounts'));
  const stage = await repository.existingStages(scope);
  const deals = await repository.existingDeals(scope, dealKeys(files));
  const deal = await withOwnValues(scope, deals, ofKind(files, 'deals'));
  return {
    files,
    existing: { team, person, product, account, stage, deal },
    choices,
    currency: scope.actor.currency,
    today: scope.today,
  };
}

function ofKind(files: readonly PlanFile[], kind: ImportKind): PlanFile[] {
  return files.filter((file) => file.kind === kind);
}

/** Changes whenever the plan may: with the files, the choices, the day, and anything recorded. */
async function stampOf(scope: Scope, { importId, choices }: PlanSource): Promise<string> {
  const files = await listFiles(scope, importId);
  const revisions = files.map(({ id, kind, columns }) => [id, kind, columns]);
  const change = await repository.lastChange(scope);
  return JSON.stringify([scope.workspaceId, scope.today, change, choices, revisions]);
}
