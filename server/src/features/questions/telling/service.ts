import { clientMailWords } from '@evenkeel/core/words/client-mail';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { writeToClients } from '../../notifications/service.ts';
import type { QuestionRecord } from '../repository.ts';

/** Tells the client of an answer: who asked that theirs is answered, everybody else what is to be read. */
export async function tellPublished(scope: Scope, question: QuestionRecord): Promise<void> {
  const told = {
    projectId: question.project_id,
    topic: 'client-message',
    key: `question:${question.id}`,
    path: '/questions',
    answersTo: { kind: 'client-project', id: question.project_id },
  } as const;
  const { project_name: project, asked_by: askedBy } = question;
  if (askedBy !== null) {
    await writeToClients(scope, {
      ...told,
      only: [askedBy],
      text: (language) => ({
        title: say(clientMailWords, language)('questionAnswered', { question: question.question }),
        body: question.answer,
      }),
    });
  }
  await writeToClients(scope, {
    ...told,
    text: (language) => ({
      title: say(clientMailWords, language)('questionPublished', {
        project,
        question: question.question,
      }),
      body: question.answer,
    }),
  });
}
