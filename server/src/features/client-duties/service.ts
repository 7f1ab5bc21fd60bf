import type { clientDuties } from '@evenkeel/contract/client-duties';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { type CalendarDate, daysBetween } from '@evenkeel/core/calendar-date';
import type { ClientDutyId, ContactId, ProjectId, TaskId, UploadId } from '@evenkeel/core/id';
import {
  type DutyKind,
  type DutyState,
  type DutyStep,
  dutyAfter,
  reminderDue,
} from '@evenkeel/core/waits/duty';
import { type PortalLanguage, portalLanguage } from '@evenkeel/core/words/language';
import { AppError, invalid } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { keepUpload } from '../files/service.ts';
import { notify } from '../notifications/service.ts';
import { reschedule } from '../schedules/service.ts';
import { addDependency } from '../tasks/dependencies/service.ts';
import { createTask, editTask, removeTask } from '../tasks/service.ts';
import * as repository from './repository.ts';
import { tellAsked, tellSentBack } from './telling/service.ts';

export { remindOfDuties } from './reminders/service.ts';
export type { DutyRecord } from './repository.ts';
export {
  accountWaits,
  type ClientWaits,
  clientWaits,
  type FoundWait,
  heldLate,
  lateByDay,
} from './waits/service.ts';

type DutyKey = { readonly id: ClientDutyId; readonly version: number };

export function listDuties(
  scope: Scope,
  { open, ...filter }: QueryOf<typeof clientDuties.list>,
): Promise<repository.DutyRecord[]> {
  return repository.listDuties(scope, { ...filter, isOpen: open === 'true' });
}

export async function getDuty(scope: Scope, id: ClientDutyId): Promise<repository.DutyRecord> {
  const [duty] = await repository.listDuties(scope, { ids: [id] });
  if (!duty) throw new AppError('not-found', 'There is no such client duty.');
  return duty;
}

/** What is asked of a contact. */
export type AskedDuty = {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly kind: DutyKind;
  readonly contactId: ContactId;
  readonly dueOn: CalendarDate;
  readonly details: string;
  /** The task or milestone of the project that waits for it. */
  readonly neededForId: TaskId | null;
};

export async function createDuty(scope: Scope, draft: BodyOf<typeof clientDuties.create>) {
  await requireContacts(scope, draft.projectId, [draft.contactId], ['contactId']);
  const { details = '', neededForId = null, ...rest } = draft;
  return getDuty(scope, await askDuty(scope, { ...rest, details, neededForId }));
}

/**
 * Asks a contact for something: a task on their side, which the plan waits for (B15). They hear of it at
 * once; of an approval by whoever asks for it, with the deliverable.
 */
export async function askDuty(scope: Scope, asked: AskedDuty): Promise<ClientDutyId> {
  const { projectId, name, dueOn, details, neededForId } = asked;
  const { task } = await createTask(scope, { projectId, name, notes: details, dueOn });
  const remindedDay = remindedByAsking(scope, dueOn);
  const id = await repository.insertDuty(scope, { ...asked, taskId: task.id, remindedDay });
  if (neededForId !== null) {
    await addDependency(scope, { predecessorId: task.id, successorId: neededForId });
    await reschedule(scope);
  }
  if (asked.kind !== 'approval') await tellAsked(scope, await getDuty(scope, id));
  return id;
}

export async function updateDuty(
  scope: Scope,
  key: DutyKey,
  change: BodyOf<typeof clientDuties.update>,
) {
  const duty = await getDuty(scope, key.id);
  const { contactId, dueOn, details } = change;
  if (contactId) await requireContacts(scope, duty.project_id, [contactId], ['contactId']);
  if (contactId && duty.kind === 'approval') {
    throw invalid(['contactId'], 'not-here', 'is named by the approval that was asked for');
  }
  const isAskedAnew =
    duty.state === 'asked' && (isOther(contactId, duty.contact_id) || isOther(dueOn, duty.due_on));
  await repository.updateDuty(scope, key, {
    ...columnsOf(change),
    ...(isAskedAnew ? { reminded_day: remindedByAsking(scope, dueOn ?? duty.due_on) } : {}),
  });
  if (dueOn || details !== undefined) {
    const task = { ...(dueOn ? { dueOn } : {}), ...notesOf(details) };
    await editTask(scope, { id: duty.task_id, version: null }, task);
    await reschedule(scope);
  }
  const changed = await getDuty(scope, key.id);
  if (isAskedAnew) await tellAsked(scope, changed);
  return changed;
}

/** What we do about a duty: all but answering it, which is the client's. */
export async function stepDuty(
  scope: Scope,
  key: DutyKey,
  { step, reason = '' }: BodyOf<typeof clientDuties.step>,
) {
  const duty = await getDuty(scope, key.id);
  if (duty.kind === 'approval') {
    throw new AppError('wrong-state', 'An approval is given or taken back on its deliverable.');
  }
  if (step === 'send-back' && reason.trim() === '') {
    throw invalid(['reason'], 'missing', 'say what is missing');
  }
  await moveDuty(scope, duty, { step, version: key.version, reason });
  const moved = await getDuty(scope, key.id);
  if (step === 'send-back') await tellSentBack(scope, moved, reason);
  return moved;
}

/** What the client says to a duty, with the files they sent for it. */
export type DutyAnswer = {
  readonly version: number;
  readonly answer: string;
  readonly files?: readonly { readonly uploadId: UploadId; readonly name: string }[];
};

/** What the client says to a duty; it is theirs to answer, and then ours to look at. */
export async function answerDuty(
  scope: Scope,
  id: ClientDutyId,
  { version, answer, files = [] }: DutyAnswer,
) {
  const duty = await getDuty(scope, id);
  if (duty.kind === 'approval') {
    throw new AppError('wrong-state', 'An approval is given on its deliverable.');
  }
  await moveDuty(scope, duty, { step: 'answer', version, answer });
  const subject = { kind: 'task', id: duty.task_id } as const;
  for (const file of files) await keepUpload(scope, { subject, ...file, isClientVisible: true });
  await notify(scope, {
    topic: 'client',
    key: `client-duty:${id}:${duty.version}`,
    to: { people: [duty.project_manager_id] },
    title: `${scope.actor.name} answered: ${duty.task_name}`,
    body: [answer, files.map(({ name }) => name).join(', ')]
      .filter((part) => part !== '')
      .join('\n\n'),
    subject: { kind: 'task', id: duty.task_id },
    path: `/client-projects/${duty.project_id}/client/needs`,
  });
  return getDuty(scope, id);
}

/** Ends the duty of an approval: given, or not needed any more. */
export async function closeDuty(
  scope: Scope,
  id: ClientDutyId,
  step: 'confirm' | 'withdraw',
): Promise<void> {
  const [duty] = await repository.listDuties(scope, { ids: [id] });
  if (duty && dutyAfter(duty.state, step)) await moveDuty(scope, duty, { step, version: null });
}

/**
 * The language that each of the contacts reads. Throws `invalid-input` at `path` unless all of them stand at
 * the client of the project.
 */
export async function requireContacts(
  scope: Scope,
  projectId: ProjectId,
  contactIds: readonly ContactId[],
  path: readonly string[],
): Promise<ReadonlyMap<ContactId, PortalLanguage>> {
  const project = await repository.findClientProject(scope, projectId);
  if (!project) throw invalid(['projectId'], 'unknown', 'there is no such client project');
  const { accountId } = project;
  if (accountId === null) {
    throw new AppError('wrong-state', 'The project has no account. Name its client first.');
  }
  const known = await repository.contactsAt(scope, accountId, contactIds);
  const languages = new Map(known.map(({ id, language }) => [id, portalLanguage(language)]));
  if (contactIds.every((id) => languages.has(id))) return languages;
  throw invalid(path, 'unknown', 'is no contact of the client');
}

/** The reminder that asking stands for: one that is asked late is not reminded of in the same hour. */
function remindedByAsking(scope: Scope, dueOn: CalendarDate): number | null {
  return reminderDue(daysBetween(dueOn, scope.today), null);
}

function isOther<T>(wanted: T | undefined, standing: T): boolean {
  return wanted !== undefined && wanted !== standing;
}

type Move = {
  readonly step: DutyStep;
  readonly version: number | null;
  readonly reason?: string;
  readonly answer?: string;
};

async function moveDuty(scope: Scope, duty: repository.DutyRecord, move: Move): Promise<void> {
  const state = dutyAfter(duty.state, move.step);
  if (state === null) {
    throw new AppError('wrong-state', `It is ${stateWords[duty.state]}: that cannot be done now.`);
  }
  await repository.updateDuty(
    scope,
    { id: duty.id, version: move.version },
    {
      state,
      state_since: scope.now,
      ...(move.step === 'send-back' ? { sent_back_reason: move.reason ?? '' } : {}),
      ...(move.step === 'answer'
        ? {
            answer: move.answer ?? '',
            answered_at: scope.now,
            answered_by: scope.actor.memberId,
          }
        : {}),
    },
  );
  if (state === 'withdrawn') return removeTask(scope, duty.task_id);
  await editTask(scope, { id: duty.task_id, version: null }, { state: taskStateOf[state] });
  await reschedule(scope);
}

const taskStateOf = {
  asked: 'open',
  answered: 'started',
  paused: 'open',
  confirmed: 'done',
} as const;

const stateWords: Readonly<Record<DutyState, string>> = {
  asked: 'with the client',
  answered: 'answered',
  paused: 'resting',
  confirmed: 'confirmed',
  withdrawn: 'withdrawn',
};

function notesOf(details: string | undefined): { notes?: string } {
  return details === undefined ? {} : { notes: details };
}
