import type { ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import { clientMailWords } from '@evenkeel/core/words/client-mail';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { writeToClients } from '../../notifications/service.ts';

/** Tells the client that a working agreement waits for them to read and acknowledge it (CL-02). */
export async function tellProposed(
  scope: Scope,
  project: { readonly id: ProjectId; readonly name: string },
  agreementId: WorkingAgreementId,
): Promise<void> {
  await writeToClients(scope, {
    projectId: project.id,
    topic: 'client-agreement',
    key: `working-agreement:${agreementId}`,
    text: (language) => {
      const words = say(clientMailWords, language);
      return {
        title: words('agreementProposed', { project: project.name }),
        body: words('agreementBody'),
      };
    },
    path: '/agreement',
    answersTo: { kind: 'client-project', id: project.id },
  });
}
