import type { SatisfactionReport, SatisfactionView } from '@evenkeel/contract/satisfaction';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { reportSatisfaction, SatisfactionRecord } from './service.ts';

export function presentReport(
  { rows, ...report }: Awaited<ReturnType<typeof reportSatisfaction>>,
  now: Date,
): SatisfactionReport {
  return { ...report, rows: rows.map((row) => presentSatisfaction(row, now)) };
}

function presentSatisfaction(row: SatisfactionRecord, now: Date): SatisfactionView {
  return {
    id: row.id,
    project: { id: row.project_id, name: row.project_name },
    occasion: row.occasion,
    milestone:
      row.milestone_name === null ? null : { id: row.milestone_id, name: row.milestone_name },
    member: { id: row.member_id, name: row.member_name },
    askedAt: moment(row.asked_at),
    remindedAt: optionalMoment(row.reminded_at),
    expiresAt: moment(row.expires_at),
    state: row.score !== null ? 'answered' : row.expires_at > now ? 'open' : 'expired',
    score: row.score,
    comment: row.comment,
    answeredAt: optionalMoment(row.answered_at),
    channel: row.channel,
    followUp: referenceOf(row.follow_up_id, row.follow_up_name),
  };
}
