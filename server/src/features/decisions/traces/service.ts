import { type CalendarDate, isCalendarDate } from '@evenkeel/core/calendar-date';
import { type DateTrace, type DateWrite, dateTrace } from '@evenkeel/core/decisions/date-trace';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Id, TaskId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';
import { findCurrent, type PromiseRecord } from '../../promises/service.ts';
import * as repository from './repository.ts';

/** A date as it stands, the way back, and what the client was told of it. */
export type FoundTrace = DateTrace & {
  readonly day: CalendarDate | null;
  readonly promise: PromiseRecord | null;
  /** The task whose day it is, where a project has no end of its own and ends with its last task. */
  readonly through: { readonly id: TaskId; readonly name: string } | null;
};

/**
 * Why a date is what it is: of a task or milestone its due day, of a project its end; where none was
 * written, that of its last task.
 */
export async function readTrace(
  scope: Scope,
  subject: { readonly kind: 'task' | 'client-project' | 'initiative'; readonly id: Id<string> },
): Promise<FoundTrace> {
  const record = await repository.findRecord(scope, subject);
  if (!record) throw new AppError('not-found', 'There is no such record.');
  const promise = (await findCurrent(scope, record.projectId, { subject, what: 'date' })) ?? null;
  const isOpenEnd = record.table === 'project' && record.day === null;
  const through = isOpenEnd ? await repository.findLastTask(scope, record.projectId) : undefined;
  const dated = through
    ? await repository.findRecord(scope, { kind: 'task', id: through.id })
    : record;
  const writes = dated ? writesOf(await repository.listDayChanges(scope, dated)) : [];
  const day = asDay(dated?.day ?? null);
  return { ...dateTrace(writes), day, promise, through: through ?? null };
}

/** One write for each transaction that left the day another, or made the record. */
function writesOf(changes: readonly repository.DayChange[]): DateWrite[] {
  return [...groupedBy(changes, ({ transaction }) => transaction).values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    const isCreation = group.some(({ action }) => action === 'create');
    const [from, to] = [asDay(first.from), asDay(last.to)];
    if (from === to && !isCreation) return [];
    const { anchorKind, anchorId, anchorName } = last;
    return [
      {
        at: moment(last.at),
        by: last.by,
        from,
        to,
        isCreation,
        anchor:
          anchorKind === null || anchorId === null
            ? null
            : { kind: anchorKind, id: anchorId, name: anchorName ?? '' },
      },
    ];
  });
}

function asDay(text: string | null): CalendarDate | null {
  return text !== null && isCalendarDate(text) ? text : null;
}
