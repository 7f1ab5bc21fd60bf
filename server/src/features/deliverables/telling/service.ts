import { formatsOf } from '@evenkeel/core/portal/formats';
import { clientMailWords } from '@evenkeel/core/words/client-mail';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { writeToClients } from '../../notifications/service.ts';
import type { WholeDeliverable } from '../service.ts';

/**
 * Tells the client of a version: those who are to decide that they are asked, everybody else who may
 * open the project that there is something new to see. Nobody hears both.
 */
export async function tellAsked(
  scope: Scope,
  { deliverable, versions: [latest] }: WholeDeliverable,
): Promise<void> {
  const dueOn = latest?.version.due_on ?? null;
  if (!latest || dueOn === null) return;
  const { version, approvals } = latest;
  const { number, note } = version;
  const names = approvals.map(({ contact_name: name }) => name).join(', ');
  const told = {
    projectId: deliverable.project_id,
    topic: 'client-deliverable',
    key: `deliverable-version:${version.id}`,
    path: '/deliverables',
    answersTo: { kind: 'client-project', id: deliverable.project_id },
  } as const;
  const what = { what: deliverable.name, number };
  const bodyIn = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
  await writeToClients(scope, {
    ...told,
    contacts: approvals.map(({ contact_id: id }) => id),
    text: (language) => {
      const words = say(clientMailWords, language);
      return {
        title: words('approvalAsked', { ...what, day: formatsOf(language, 'UTC').day(dueOn) }),
        body: bodyIn(note, words('project', { project: deliverable.project_name })),
      };
    },
  });
  await writeToClients(scope, {
    ...told,
    text: (language) => {
      const words = say(clientMailWords, language);
      const day = formatsOf(language, 'UTC').day(dueOn);
      return {
        title: words('versionShown', what),
        body: bodyIn(note, words('versionAskedOf', { names, day })),
      };
    },
  });
}
