import type { delayNotices } from '@evenkeel/contract/delay-notices';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { type DelayNoticeId, isId, type MemberId, type ProjectId } from '@evenkeel/core/id';
import { clientLetter } from '@evenkeel/core/promises/delay-letter';
import { keptSides } from '@evenkeel/core/promises/delay-sides';
import { type NoticeStep, noticeAfter } from '@evenkeel/core/promises/notice';
import { noticeLeadTime, workingDaysOf } from '@evenkeel/core/promises/slip';
import { delayNoticeWords } from '@evenkeel/core/words/delay-notice';
import { say } from '@evenkeel/core/words/words';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { listPlanCalendars } from '../calendars/service.ts';
import { createComment } from '../comments/service.ts';
import { writeToClients } from '../notifications/clients/service.ts';
import { notify } from '../notifications/service.ts';
import {
  followProject,
  listClientNames,
  listFollowed,
  takeMarked,
} from '../promises/follow/service.ts';
import { recordPromise } from '../promises/service.ts';
import { createTask } from '../tasks/service.ts';
import { listSmallSlips, reviewSlips } from './drafts/service.ts';
import * as repository from './repository.ts';

export type { NoticeRecord } from './repository.ts';

type NoticeKey = { readonly id: DelayNoticeId; readonly version: number };

/**
 * Before a commit: what this transaction did to visible or promised records goes into the ledger, and
 * forecasts that slip draft their notices. Nothing that moves a plan can pass it (B07).
 */
export async function keepPromises(scope: Scope): Promise<void> {
  const marked = await takeMarked(scope);
  if (marked.length > 0) await reviewPromises(scope, marked);
}

/** The same for some projects, whether this transaction changed them or time did. */
export async function reviewPromises(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<void> {
  for (const project of await listFollowed(scope, projectIds)) {
    await followProject(scope, project);
    if (project.state !== 'completed' && project.state !== 'rejected') {
      await reviewSlips(scope, project);
    }
  }
}

export function listNotices(scope: Scope, request: QueryOf<typeof delayNotices.list>) {
  return repository.listNotices(scope, request);
}

export async function getNotice(scope: Scope, id: DelayNoticeId): Promise<repository.NoticeRecord> {
  const found = await repository.findNotice(scope, id);
  if (!found) throw new AppError('not-found', 'There is no such delay notice.');
  return found;
}

/** Edits the client's text of a draft; an empty text, or another language, is drafted anew. */
export async function updateNotice(
  scope: Scope,
  key: NoticeKey,
  { clientText, language }: BodyOf<typeof delayNotices.update>,
): Promise<repository.NoticeRecord> {
  const notice = await getNotice(scope, key.id);
  if (notice.state !== 'draft') throw wrongState(notice);
  const spoken = language ?? notice.language;
  const isWritten = clientText !== undefined && clientText.trim() !== '';
  const text = isWritten ? clientText : letterOf(notice, spoken);
  await repository.updateNotice(scope, key, {
    client_text: text,
    is_edited: isWritten && text !== letterOf(notice, spoken),
    language: spoken,
  });
  return getNotice(scope, key.id);
}

/**
 * Sends a notice: from now on it stands in the portal, and the client's people are written to. The date
 * moves when the client accepts it; at once only where they agreed to that before (CL-08).
 */
export async function sendNotice(scope: Scope, key: NoticeKey): Promise<repository.NoticeRecord> {
  const notice = await getNotice(scope, key.id);
  const sent = stateAfter(notice, 'send');
  const isWorking = workingDaysOf(
    { calendars: await listPlanCalendars(scope) },
    await repository.findCalendarId(scope, notice),
  );
  const toldTo = await listClientNames(scope, notice.project_id);
  await repository.supersedeOthers(scope, notice);
  await repository.updateNotice(scope, key, {
    state: notice.may_move ? 'accepted' : sent,
    sent_at: scope.now,
    sent_by: memberOf(scope),
    told_to: toldTo,
    lead_days: noticeLeadTime(notice.old_day, scope.today, isWorking),
  });
  if (notice.may_move) await moveDate(scope, notice, toldTo);
  await writeToClients(scope, {
    projectId: notice.project_id,
    topic: 'client-notice',
    key: `delay-notice:${notice.id}`,
    text: (language) => ({
      title: say(delayNoticeWords, language)('subject', { what: notice.wording }),
      body: notice.client_text,
    }),
    path: '/delay-notices',
  });
  return getNotice(scope, key.id);
}

export async function withdrawNotice(
  scope: Scope,
  key: NoticeKey,
): Promise<repository.NoticeRecord> {
  const notice = await getNotice(scope, key.id);
  const state = stateAfter(notice, 'withdraw');
  await repository.updateNotice(scope, key, { state, withdrawal: 'by-hand' });
  return getNotice(scope, key.id);
}

/** The client takes the new date: it is the promise from now on. */
export async function acceptNotice(
  scope: Scope,
  id: DelayNoticeId,
): Promise<repository.NoticeRecord> {
  const notice = await getNotice(scope, id);
  const state = stateAfter(notice, 'accept');
  await repository.updateNotice(
    scope,
    { id, version: notice.version },
    { state, answered_at: scope.now, answered_by: memberOf(scope) },
  );
  await moveDate(scope, notice, [scope.actor.name]);
  await tellAnswer(scope, notice, `${scope.actor.name} accepts the new date for ${notice.wording}`);
  return getNotice(scope, id);
}

/**
 * The client asks for a change: a task for the project manager, a word to those who answer for it, and
 * what was said in the talk on the project.
 */
export async function askForChange(
  scope: Scope,
  id: DelayNoticeId,
  words: string,
): Promise<repository.NoticeRecord> {
  if (words.trim() === '') {
    throw invalid(['words'], 'missing', 'say what should be different');
  }
  const notice = await getNotice(scope, id);
  const state = stateAfter(notice, 'ask-for-change');
  const { task } = await createTask(scope, {
    projectId: notice.project_id,
    name: `Answer the client: another date for ${notice.wording}`.slice(0, 300),
    notes: words,
    assigneeIds: notice.project_manager_id === null ? [] : [notice.project_manager_id],
  });
  await repository.updateNotice(
    scope,
    { id, version: notice.version },
    {
      state,
      answered_at: scope.now,
      answered_by: memberOf(scope),
      answer_words: words,
      answer_task_id: task.id,
    },
  );
  await createComment(
    scope,
    {
      subject: { kind: 'client-project', id: notice.project_id },
      body: `${notice.wording}: ${words}`,
      isClientVisible: true,
    },
    'quiet',
  );
  await tellAnswer(
    scope,
    notice,
    `${scope.actor.name} asks for a change of ${notice.wording}`,
    words,
  );
  return getNotice(scope, id);
}

/** Slips of a project that need no notice. */
export async function readSmallSlips(scope: Scope, projectId: ProjectId) {
  const [project] = await listFollowed(scope, [projectId]);
  const slips = project ? await listSmallSlips(scope, project) : [];
  return { project, slips };
}

function letterOf(notice: repository.NoticeRecord, language: repository.NoticeRecord['language']) {
  return clientLetter(
    {
      what: notice.wording,
      oldDay: notice.old_day,
      newDay: notice.new_day,
      slipDays: notice.slip_days,
      reasons: notice.client_reasons,
      sides: keptSides(notice.sides, notice.client_reasons),
      holds: notice.holds.days,
      holdsPrice: notice.holds.price,
      mayMove: notice.may_move,
    },
    language,
  );
}

async function moveDate(
  scope: Scope,
  notice: repository.NoticeRecord,
  toldTo: readonly string[],
): Promise<void> {
  await recordPromise(scope, {
    projectId: notice.project_id,
    subject: { kind: notice.subject_kind, id: notice.subject_id },
    what: 'date',
    day: notice.new_day,
    wording: notice.wording,
    channel: 'notice',
    toldTo,
    source: { kind: 'delay-notice', id: notice.id },
  });
}

async function tellAnswer(
  scope: Scope,
  notice: repository.NoticeRecord,
  title: string,
  body?: string,
): Promise<void> {
  await notify(scope, {
    topic: 'promise',
    key: `delay-answer:${notice.id}`,
    to: { people: [notice.owner_id, notice.project_manager_id] },
    title,
    ...(body === undefined ? {} : { body }),
    subject: { kind: 'client-project', id: notice.project_id },
    path: `/delay-notices/${notice.id}`,
  });
}

function stateAfter(notice: repository.NoticeRecord, step: NoticeStep) {
  const state = noticeAfter(notice.state, step);
  if (state === null) throw wrongState(notice);
  return state;
}

function wrongState(notice: repository.NoticeRecord): AppError {
  const words = {
    draft: 'has not been sent yet',
    sent: 'was sent already and waits for the client',
    accepted: 'was accepted',
    'change-asked': 'was answered: the client asked for a change',
    withdrawn: 'was withdrawn',
    superseded: 'was replaced by a later one',
  };
  return new AppError('wrong-state', `This notice ${words[notice.state]}.`);
}

/** Null for what happens by itself. */
function memberOf(scope: Scope): MemberId | null {
  const { memberId } = scope.actor;
  return isId(memberId) && !memberId.startsWith('00000000-') ? memberId : null;
}
