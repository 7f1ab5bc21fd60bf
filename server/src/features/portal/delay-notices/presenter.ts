import type { PortalDelayNotice } from '@evenkeel/contract/portal/delay-notices';
import { keptSides } from '@evenkeel/core/promises/delay-sides';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { SentNotice } from './service.ts';

export function presentNotice(notice: SentNotice): PortalDelayNotice {
  return {
    id: notice.id,
    wording: notice.wording,
    oldDay: notice.old_day,
    newDay: notice.new_day,
    slipDays: notice.slip_days,
    state: notice.state,
    mayMove: notice.may_move,
    reasons: notice.client_reasons.map(({ cause, days, task }) => ({ cause, days, task })),
    holds: { days: [...notice.holds.days], price: notice.holds.price },
    sides: keptSides(notice.sides, notice.client_reasons),
    text: notice.client_text,
    // The client's policy shows what was sent only.
    sentAt: moment(notice.sent_at ?? new Date(0)),
    answeredAt: optionalMoment(notice.answered_at),
    answeredBy: notice.answered_by,
    answerWords: notice.answer_words,
  };
}
