import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { PortalMessage, portalMessages } from '@evenkeel/contract/portal/messages';
import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import type { SubjectKind } from '@evenkeel/core/subject';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import { createComment } from '../../comments/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export async function listMessages(
  scope: PortalScope,
  projectId: ProjectId,
  page: {
    readonly before?: string | undefined;
    readonly limit: number;
    readonly of?: 'project' | StatusReportId;
  },
) {
  await requirePortalProject(scope, projectId);
  const rows = await repository.listMessages(scope, projectId, {
    before: page.before === undefined ? undefined : new Date(page.before),
    limit: page.limit + 1,
    reportId: page.of === undefined || page.of === 'project' ? null : page.of,
  });
  return { rows: rows.slice(0, page.limit), hasMore: rows.length > page.limit };
}

/** The latest messages of a project that was proven to be the reader's. */
export function listLatestMessages(
  scope: PortalScope,
  projectId: ProjectId,
  limit: number,
): Promise<repository.MessageRecord[]> {
  return repository.listMessages(scope, projectId, { limit, reportId: null });
}

/** A question or an answer of the reader: the firm sees it as a comment on the record. */
export async function writeMessage(
  scope: PortalScope,
  projectId: ProjectId,
  draft: BodyOf<typeof portalMessages.create>,
): Promise<repository.MessageRecord> {
  await requirePortalProject(scope, projectId);
  const subject = draft.about ?? ({ kind: 'client-project', id: projectId } as const);
  if ((await projectOf(scope, subject)) !== projectId)
    throw new AppError('not-found', 'There is no such thing in your portal.');
  const { comment } = await asFirm(scope, (firm) =>
    createComment(firm, { subject, body: draft.body, isClientVisible: true }),
  );
  const written = await repository.findMessage(scope, comment.id);
  if (!written) throw new Error('the message just written is not visible to its author');
  return written;
}

/** The project to which something belongs that can be talked about, as far as the reader sees it. */
async function projectOf(
  scope: PortalScope,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
): Promise<string | undefined> {
  switch (kind) {
    case 'client-project':
      return id;
    case 'task':
      return repository.findProjectOfTask(scope, id);
    case 'status-report':
      return repository.findProjectOfReport(scope, id);
    default:
      return undefined;
  }
}

/** A message as the reader sees it, on its own page and in the overview. */
export function messageView(record: repository.MessageRecord): PortalMessage {
  return {
    id: record.id,
    body: record.body,
    author: record.author,
    isOurs: record.is_ours,
    isOwn: record.is_own,
    about:
      record.task_name === null
        ? null
        : { kind: record.subject_kind, id: record.subject_id, name: record.task_name },
    createdAt: moment(record.created_at),
    editedAt: optionalMoment(record.edited_at),
  };
}
