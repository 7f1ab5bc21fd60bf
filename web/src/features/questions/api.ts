import type { Endpoint } from '@evenkeel/contract/endpoint';
import { questions } from '@evenkeel/contract/questions';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const kept = ['question'];
/** What makes a client ask. */
const causes = [
  'task',
  'project',
  'time_entry',
  'status_report',
  'comment',
  'meeting',
  'interaction',
];

export function useQuestions(projectId: ProjectId) {
  return useApi(
    questions.list,
    { query: { projectId } },
    { subjects: [...kept, ...causes, 'account', 'member'] },
  );
}

/** Any of the calls that write a question. */
export function useQuestionWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: kept });
}
