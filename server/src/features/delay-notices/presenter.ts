import type { DelayNoticeRow, DelayNoticeView, SmallSlip } from '@evenkeel/contract/delay-notices';
import { keptSides } from '@evenkeel/core/promises/delay-sides';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { NoticeRecord, readSmallSlips } from './service.ts';

export function presentRow(notice: NoticeRecord): DelayNoticeRow {
  return {
    id: notice.id,
    version: notice.version,
    project: { id: notice.project_id, name: notice.project_name },
    account: referenceOf(notice.account_id, notice.account_name),
    projectManager: referenceOf(notice.project_manager_id, notice.manager_name),
    subject: { kind: notice.subject_kind, id: notice.subject_id },
    wording: notice.wording,
    oldDay: notice.old_day,
    newDay: notice.new_day,
    slipDays: notice.slip_days,
    state: notice.state,
    withdrawal: notice.withdrawal,
    mayMove: notice.may_move,
    draftedAt: moment(notice.created_at),
    sentAt: optionalMoment(notice.sent_at),
    leadDays: notice.lead_days,
    answeredAt: optionalMoment(notice.answered_at),
  };
}

export function presentNotice(notice: NoticeRecord): DelayNoticeView {
  return {
    ...presentRow(notice),
    reasons: notice.reasons.map(({ cause, days, taskId, taskName, projectName }) => ({
      cause,
      days,
      task: referenceOf(taskId, taskName),
      projectName,
    })),
    clientReasons: notice.client_reasons.map(({ cause, days, task }) => ({ cause, days, task })),
    holds: { days: [...notice.holds.days], price: notice.holds.price },
    sides: keptSides(notice.sides, notice.client_reasons),
    language: notice.language,
    clientText: notice.client_text,
    isEdited: notice.is_edited,
    sentBy: notice.sent_by_name,
    toldTo: notice.told_to,
    answeredBy: notice.answered_by_name,
    answerWords: notice.answer_words,
    answerTask: referenceOf(notice.answer_task_id, notice.answer_task_name),
  };
}

export function presentSlips({
  project,
  slips,
}: Awaited<ReturnType<typeof readSmallSlips>>): SmallSlip[] {
  if (!project) return [];
  return slips.map(({ promise, promised, forecast, slipDays, toleranceDays }) => ({
    project: { id: project.id, name: project.name },
    wording: promise.wording,
    promised,
    forecast,
    slipDays,
    toleranceDays,
  }));
}
