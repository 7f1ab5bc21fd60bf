import type { StarvationOutlookView, StarvationWarningView } from '@evenkeel/contract/starvation';
import type { StarvationOutlook } from '@evenkeel/core/balance/starvation-outlook';
import type { ProjectId } from '@evenkeel/core/id';
import { referenceOf } from '../../platform/db/values.ts';
import type { NamedWarning } from './service.ts';

type Names = ReadonlyMap<ProjectId, string>;

export function presentWarning({ warning, names }: NamedWarning): StarvationWarningView {
  const { target, forecast, culprits, ...figures } = warning.found;
  return {
    initiative: { id: warning.project_id, name: warning.name },
    owner: referenceOf(warning.owner_id, warning.owner_name),
    since: warning.since,
    on: warning.reckoned_on,
    target,
    forecast,
    ...figures,
    culprits: named(culprits, names),
  };
}

export function presentOutlook(
  { promise, target, forecast }: StarvationOutlook,
  names: Names,
): StarvationOutlookView {
  return {
    promise: {
      ...promise,
      weeks: [...promise.weeks],
      months: [...promise.months],
      culprits: [...promise.culprits],
    },
    target,
    forecast: {
      paceMinutes: forecast.paceMinutes,
      paceBasisPoints: forecast.paceBasisPoints,
      finishWeek: forecast.finishWeek,
      lackingMinutes: forecast.lackingMinutes,
      isStarving: forecast.isStarving,
    },
    culprits: named(promise.culprits, names),
  };
}

function named(
  culprits: readonly { readonly projectId: ProjectId; readonly minutes: number }[],
  names: Names,
) {
  return culprits.map(({ projectId, minutes }) => ({
    project: { id: projectId, name: names.get(projectId) ?? '' },
    minutes,
  }));
}
