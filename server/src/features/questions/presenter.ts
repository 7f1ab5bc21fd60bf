import type { QuestionView } from '@evenkeel/contract/questions';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { QuestionRecord } from './repository.ts';

export function presentQuestion(record: QuestionRecord): QuestionView {
  return {
    id: record.id,
    version: record.version,
    projectId: record.project_id,
    question: record.question,
    answer: record.answer,
    because: record.because,
    state: record.state,
    askedBy: referenceOf(record.asked_by, record.asker_name),
    createdAt: moment(record.created_at),
    publishedAt: optionalMoment(record.published_at),
  };
}
