import type { ProjectPreview } from '@evenkeel/contract/previews';
import type { Balance } from '@evenkeel/core/balance/balance';
import type { Finish } from '@evenkeel/core/balance/finish';
import { addedRows } from '@evenkeel/core/balance/preview';
import { askedCounter } from '@evenkeel/core/balance/reserve-outlook';
import { monthOf } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import { presentAmounts, presentMix, presentNames, presentOutlook } from '../presenter.ts';
import type { FoundPreview } from './service.ts';

export function presentPreview(found: FoundPreview): ProjectPreview {
  const { input, target, showsMoney, addition, preview } = found;
  const { project, tasks } = addition;
  return {
    currency: input.currency,
    target,
    project: {
      name: project.name,
      kind: project.kind,
      startOn: project.startOn,
      endOn: project.endOn,
      minutes: sumOf(tasks, (task) => task.estimateMinutes ?? 0),
      taskCount: tasks.length,
    },
    valueMinor: found.valueMinor,
    gaps: [...found.gaps],
    names: presentNames(input),
    months: preview.months.map(({ month, before, after }) => ({
      month,
      before: presentAmounts(before, showsMoney),
      after: presentAmounts(after, showsMoney),
    })),
    added: presentAdded(found),
    quarters: presentQuarters(found),
    roles: [...preview.roles],
    teams: [...preview.teams],
    peopleOver: { before: peopleOver(preview.before), after: peopleOver(preview.after) },
    rolesOver: { before: rolesOver(preview.before), after: rolesOver(preview.after) },
    finishes: preview.finishes.map((change) => ({
      projectId: change.projectId === project.id && found.isNew ? null : change.projectId,
      before: presentFinish(change.before),
      after: presentFinish(change.after),
      weeksLater: change.weeksLater,
    })),
    reserve: presentReserve(found),
    initiativeHours: [...preview.initiativeHours],
  };
}

/** Each month of a ring-fence names the added rows that it counts. */
function presentReserve({ input, addition, preview }: FoundPreview): ProjectPreview['reserve'] {
  const added = addedRows(input, addition);
  const scopeOf = new Map(input.reserve.policies.map((policy) => [policy.id, policy]));
  return presentOutlook(preview.reserve, input).map((outlook) => {
    const policy = scopeOf.get(outlook.ringFence.id);
    const counts = policy ? askedCounter(input, policy, outlook.month) : () => false;
    const rows = added.flatMap((row, place) =>
      row.month === outlook.month && counts(row) ? [place] : [],
    );
    return { ...outlook, rows };
  });
}

function presentAdded({ input, addition, showsMoney }: FoundPreview): ProjectPreview['added'] {
  const names = new Map<string, string>(addition.tasks.map(({ id, name }) => [id, name]));
  return addedRows(input, addition).map((row) => ({
    task: names.get(row.sourceId) ?? 'Allocated beyond its tasks',
    from: row.from,
    to: row.to,
    personId: row.personId,
    roleId: row.roleId,
    ...presentAmounts(row, showsMoney),
  }));
}

function presentQuarters({ preview, showsMoney }: FoundPreview): ProjectPreview['quarters'] {
  return preview.before.quarters.flatMap((before, index) => {
    const after = preview.after.quarters[index];
    // The quarter before this one is not read: no decision changes it.
    if (!after || before.which === 'previous') return [];
    const { which, from, to } = before;
    return [
      {
        which,
        from,
        to,
        before: presentMix(before, showsMoney),
        after: presentMix(after, showsMoney),
      },
    ];
  });
}

function peopleOver({ people, today }: Balance): ProjectPreview['peopleOver']['before'] {
  return people
    .filter((load) => load.excessMinutes > 0 && load.month >= monthOf(today))
    .map(({ personId, month, excessMinutes }) => ({ personId, month, excessMinutes }));
}

function rolesOver({ roles, today }: Balance): ProjectPreview['rolesOver']['before'] {
  return roles
    .filter((load) => load.excessMinutes > 0 && load.month >= monthOf(today))
    .map(({ roleId, month, excessMinutes }) => ({ roleId, month, excessMinutes }));
}

function presentFinish(finish: Finish | null) {
  if (!finish) return null;
  const { remainingMinutes, finishWeek, finishOn, reason } = finish;
  return { remainingMinutes, finishWeek, finishOn, reason };
}
