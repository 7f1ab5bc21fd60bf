import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ClientDutyId, ContactId, ProjectId, TaskId } from '@evenkeel/core/id';
import { formatsOf } from '@evenkeel/core/portal/formats';
import type { DutyKind } from '@evenkeel/core/waits/duty';
import { clientMailWords } from '@evenkeel/core/words/client-mail';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { writeToClients } from '../../notifications/service.ts';

/** A duty as the client is told of it: nothing of it is the firm's alone. */
export type ToldDuty = {
  readonly id: ClientDutyId;
  readonly project_id: ProjectId;
  readonly project_name: string;
  readonly task_id: TaskId;
  readonly task_name: string;
  readonly kind: DutyKind;
  readonly contact_id: ContactId;
  readonly due_on: CalendarDate;
  readonly details: string;
  /** What is to be approved. */
  readonly deliverable_name: string | null;
};

/** Asks the contact; asked of somebody else or for another day, it is asked anew. */
export function tellAsked(scope: Scope, duty: ToldDuty): Promise<number> {
  return tell(scope, duty, {
    key: `client-duty:${duty.id}:${duty.due_on}`,
    title: ['dutyAsked', 'approvalDue'],
  });
}

/** What is missing in the answer that was given. */
export function tellSentBack(
  scope: Scope,
  duty: ToldDuty & { readonly version: number },
  reason: string,
): Promise<number> {
  return tell(scope, duty, {
    key: `client-duty:${duty.id}:sent-back:${duty.version}`,
    title: ['dutySentBack', 'dutySentBack'],
    body: reason,
  });
}

/** Reminds the contact of what is due soon or overdue; of one day once. */
export function tellDue(
  scope: Scope,
  duty: ToldDuty,
  at: { readonly day: number; readonly isOverdue: boolean },
): Promise<number> {
  return tell(scope, duty, {
    key: `client-duty:${duty.id}:${duty.due_on}:${at.day}`,
    title: at.isOverdue ? ['dutyOverdue', 'approvalOverdue'] : ['dutyDue', 'approvalDue'],
  });
}

type Title = 'dutyAsked' | 'dutyDue' | 'dutyOverdue' | 'dutySentBack';
type ApprovalTitle = 'approvalDue' | 'approvalOverdue' | 'dutySentBack';

type Told = {
  readonly key: string;
  /** What is said of what we need to know or get, and of an approval. */
  readonly title: readonly [Title, ApprovalTitle];
  readonly body?: string;
};

function tell(scope: Scope, duty: ToldDuty, { key, title, body }: Told): Promise<number> {
  const isApproval = duty.kind === 'approval';
  return writeToClients(scope, {
    projectId: duty.project_id,
    topic: isApproval ? 'client-deliverable' : 'client-duty',
    key,
    contacts: [duty.contact_id],
    text: (language: PortalLanguage) => {
      const words = say(clientMailWords, language);
      const day = formatsOf(language, 'UTC').day(duty.due_on);
      const what = duty.deliverable_name ?? duty.task_name;
      const details = body ?? duty.details;
      return {
        title: words(title[isApproval ? 1 : 0], { what, day }),
        body: [details, words('project', { project: duty.project_name })]
          .filter((text) => text.trim() !== '')
          .join('\n\n'),
      };
    },
    path: isApproval ? '/deliverables' : '/needs',
    answersTo: { kind: 'task', id: duty.task_id },
  });
}
