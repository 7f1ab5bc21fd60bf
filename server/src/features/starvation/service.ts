import {
  outlookDays,
  type StarvationOutlook,
  starvationOutlooks,
} from '@evenkeel/core/balance/starvation-outlook';
import { addDays } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import type { Scope } from '../../platform/db/scope.ts';
import type { StarvationFound } from '../../schema/starvation-tables.ts';
import { gather } from '../balance/service.ts';
import { notify } from '../notifications/service.ts';
import { starvationWords } from './policy.ts';
import * as repository from './repository.ts';

/** A warning with the names of those that took the hours. */
export type NamedWarning = {
  readonly warning: repository.WarningRecord;
  readonly names: ReadonlyMap<ProjectId, string>;
};

/** The standing warnings: all, or those of initiatives that the caller owns or manages. */
export async function listWarnings(scope: Scope, onlyMine: boolean): Promise<NamedWarning[]> {
  const { personId } = scope.actor;
  const rows = (await repository.listWarnings(scope)).filter(
    ({ owner_id, project_manager_id }) =>
      !onlyMine ||
      (personId !== null && (owner_id === personId || project_manager_id === personId)),
  );
  const ids = rows.flatMap(({ found }) => found.culprits.map(({ projectId }) => projectId));
  const names = await repository.listProjectNames(scope, [...new Set(ids)]);
  return rows.map((warning) => ({ warning, names }));
}

/** How one initiative stands today; null without a promise, or without a day ahead. */
export async function findOutlook(scope: Scope, id: ProjectId) {
  const outlook = (await outlooks(scope)).find(({ promise }) => promise.projectId === id) ?? null;
  const ids = outlook?.promise.culprits.map(({ projectId }) => projectId) ?? [];
  return { outlook, names: await repository.listProjectNames(scope, ids) };
}

/**
 * Reckons which initiatives starve: owner and managers hear of new ones;
 * standing ones say what is so today; those that starve no more are over. Returns how many are new.
 */
export async function warnOfStarvation(scope: Scope): Promise<number> {
  const starving = new Map(
    (await outlooks(scope))
      .filter(({ forecast }) => forecast.isStarving)
      .map((outlook) => [outlook.promise.projectId, outlook]),
  );
  const standing = await repository.listWarnings(scope);
  for (const warning of standing) {
    const outlook = starving.get(warning.project_id);
    await repository.updateWarning(
      scope,
      warning.id,
      outlook ? { found: foundOf(outlook) } : { ended_on: scope.today },
    );
    starving.delete(warning.project_id);
  }
  for (const [projectId, outlook] of starving) {
    const id = await repository.insertWarning(scope, projectId, foundOf(outlook));
    await tell(scope, { id, outlook });
  }
  return starving.size;
}

async function outlooks(scope: Scope): Promise<StarvationOutlook[]> {
  const days = outlookDays(scope.today);
  const view = { ...days, tentative: 'weighted' as const };
  const { input } = await gather(scope, view, {
    sources: ['logged', 'planned'],
    days: { ...days, to: addDays(days.to, 0) },
  });
  return starvationOutlooks(input, await repository.listOpenMilestones(scope));
}

async function tell(
  scope: Scope,
  { id, outlook }: { readonly id: string; readonly outlook: StarvationOutlook },
): Promise<void> {
  const { projectId, culprits } = outlook.promise;
  const ids = culprits.map((culprit) => culprit.projectId);
  const names = await repository.listProjectNames(scope, [projectId, ...ids]);
  await notify(scope, {
    topic: 'starvation',
    key: `starvation:${id}`,
    ...starvationWords(outlook, (of) => names.get(of) ?? ''),
    subject: { kind: 'initiative', id: projectId },
    to: { members: await repository.listAddressees(scope, projectId) },
  });
}

function foundOf({ promise, target, forecast }: StarvationOutlook): StarvationFound {
  const { paceMinutes, paceBasisPoints, finishWeek, lackingMinutes } = forecast;
  return {
    target: {
      milestone: target.milestone,
      dueOn: target.dueOn,
      remainingMinutes: target.remainingMinutes,
    },
    forecast: { paceMinutes, paceBasisPoints, finishWeek, lackingMinutes },
    promisedMinutes: promise.promisedMinutes,
    givenMinutes: promise.givenMinutes,
    shortfallMinutes: promise.shortfallMinutes,
    culprits: promise.culprits,
    unexplainedMinutes: promise.unexplainedMinutes,
  };
}
