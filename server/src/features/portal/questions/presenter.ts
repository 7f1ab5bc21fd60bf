import type { PortalQuestion } from '@evenkeel/contract/portal/questions';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { PortalQuestionRecord } from './repository.ts';

/** An answer that is not published yet is nobody's to read. */
export function presentPortalQuestion(record: PortalQuestionRecord): PortalQuestion {
  const isPublished = record.state === 'published';
  return {
    id: record.id,
    question: record.question,
    answer: isPublished ? record.answer : null,
    askedAt: moment(record.created_at),
    askedBy: record.asker_name,
    answeredAt: optionalMoment(record.published_at),
    answeredBy: isPublished ? record.answerer_name : null,
  };
}
