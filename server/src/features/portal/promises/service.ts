import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { type DateTrace, type DateWrite, dateTrace } from '@evenkeel/core/decisions/date-trace';
import type { Id, ProjectId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { type ShownDate, shownDates } from '@evenkeel/core/promises/shown-dates';
import { AppError } from '../../../platform/app-error.ts';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** The dates that the reader was told, from the ledger alone. */
export async function listShownDates(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ShownDate[]> {
  await requirePortalProject(scope, projectId);
  const versions = await repository.listVersions(scope, projectId);
  return shownDates(versions, instant(scope.now.toISOString()));
}

/**
 * Why a date that the reader was told is what it is, from what they were told alone: each day with the
 * decision, change or notice that they see, else the order or the first plan (B10). The plan behind it
 * is not looked at.
 */
export async function traceDate(
  scope: PortalScope,
  projectId: ProjectId,
  subject: { readonly kind: 'task' | 'client-project'; readonly id: Id<string> },
): Promise<DateTrace & { readonly day: CalendarDate | null }> {
  await requirePortalProject(scope, projectId);
  const told = await repository.listToldDays(scope, projectId, subject);
  if (told.length === 0) throw new AppError('not-found', 'There is no such date.');
  const writes = told.flatMap((one, place): DateWrite[] => {
    const from = told[place - 1]?.day ?? null;
    if (place > 0 && one.day === from) return [];
    const { anchorKind: kind, anchorId: id, anchorName } = one;
    const anchor = kind && id ? { kind, id, name: anchorName ?? '' } : null;
    const isCreation = place === 0;
    return [{ at: moment(one.toldAt), by: null, from, to: one.day, isCreation, anchor }];
  });
  return { ...dateTrace(writes), day: told.at(-1)?.day ?? null };
}
