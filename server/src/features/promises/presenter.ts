import type { KeptRateView, PromiseView, ShownDate } from '@evenkeel/contract/promises';
import type { ShownDate as FoundDate } from '@evenkeel/core/promises/shown-dates';
import { moment, optionalInteger, referenceOf } from '../../platform/db/values.ts';
import type { ListedPromise } from './service.ts';

export function presentPromise({ row, isCurrent, state, earlierDay }: ListedPromise): PromiseView {
  return {
    id: row.id,
    project: { id: row.project_id, name: row.project_name },
    account: referenceOf(row.account_id, row.account_name),
    projectManager: referenceOf(row.project_manager_id, row.manager_name),
    subject: { kind: row.subject_kind, id: row.subject_id },
    what: row.what,
    number: row.number,
    isCurrent,
    day: row.day,
    earlierDay,
    amount: optionalInteger(row.amount),
    wording: row.wording,
    doneOn: row.done_on,
    isShown: row.is_shown,
    state,
    channel: row.channel,
    toldAt: moment(row.told_at),
    toldTo: row.told_to,
    toldBy: row.told_by_name,
    source:
      row.source_kind === null || row.source_id === null
        ? null
        : { kind: row.source_kind, id: row.source_id },
  };
}

export function presentList(found: {
  readonly rows: readonly ListedPromise[];
  readonly rate: KeptRateView;
}) {
  return { rows: found.rows.map(presentPromise), rate: found.rate };
}

export function presentShownDate(date: FoundDate): ShownDate {
  return { ...date, history: [...date.history] };
}
