import type {
  AccountId,
  DecisionId,
  Id,
  MeetingId,
  MeetingSeriesId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import type { MeetingState } from '@evenkeel/core/meetings/meeting';
import type { SubjectKind } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** A busy firm's meetings of a year; a bound, so that no list is without one. */
const most = 5_000;

export type MeetingRecord = Awaited<ReturnType<typeof findMeeting>> & object;

export type MeetingFilter = {
  readonly from: Date;
  readonly to: Date | null;
  readonly projectId?: ProjectId | undefined;
  readonly accountId?: AccountId | undefined;
  /** Only those that this person attends or the actor organises. */
  readonly mine?: { readonly personId: PersonId | null } | undefined;
};

/** Meetings that end after a moment, in order. */
export function listMeetings(scope: Scope, filter: MeetingFilter) {
  let query = meetingRows(scope)
    .where('meeting.deleted_at', 'is', null)
    .where(
      sql<boolean>`meeting.starts_at + make_interval(mins => meeting.minutes) >= ${filter.from}`,
    );
  if (filter.to) query = query.where('meeting.starts_at', '<', filter.to);
  if (filter.projectId) query = query.where('meeting.project_id', '=', filter.projectId);
  if (filter.accountId) {
    const { accountId } = filter;
    query = query.where(({ or, eb }) =>
      or([eb('meeting.account_id', '=', accountId), eb('project.account_id', '=', accountId)]),
    );
  }
  const { mine } = filter;
  if (mine) {
    query = query.where(
      sql<boolean>`(meeting.organiser_id = ${scope.actor.memberId} or exists (
        select from meeting_attendee a where a.workspace_id = meeting.workspace_id
          and a.meeting_id = meeting.id and a.person_id = ${mine.personId}))`,
    );
  }
  return query.orderBy('meeting.starts_at').orderBy('meeting.id').limit(most).execute();
}

/** One meeting, also from the trash. */
export function findMeeting(scope: Scope, id: MeetingId) {
  return meetingRows(scope).where('meeting.id', '=', id).executeTakeFirst();
}

/** The meetings of a series that are still to come, in order. */
export function listSeries(scope: Scope, seriesId: MeetingSeriesId) {
  return meetingRows(scope)
    .where('meeting.series_id', '=', seriesId)
    .where('meeting.deleted_at', 'is', null)
    .orderBy('meeting.planned_at')
    .limit(most)
    .execute();
}

function meetingRows(scope: Scope) {
  return scope.tx
    .selectFrom('meeting')
    .innerJoin('member as organiser', (join) =>
      join
        .onRef('organiser.workspace_id', '=', 'meeting.workspace_id')
        .onRef('organiser.id', '=', 'meeting.organiser_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'meeting.workspace_id')
        .onRef('project.id', '=', 'meeting.project_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'meeting.workspace_id')
        .on('account.id', '=', sql<AccountId>`coalesce(meeting.account_id, project.account_id)`),
    )
    .leftJoin('meeting_series as series', (join) =>
      join
        .onRef('series.workspace_id', '=', 'meeting.workspace_id')
        .onRef('series.id', '=', 'meeting.series_id'),
    )
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.workspace_id', '=', 'meeting.workspace_id')
        .onRef('decision.id', '=', 'meeting.decision_id'),
    )
    .where('meeting.workspace_id', '=', scope.workspaceId)
    .select(['meeting.id', 'meeting.version', 'meeting.name', 'meeting.purpose'])
    .select(['meeting.project_id', 'project.name as project_name', 'project.kind as project_kind'])
    .select(['account.id as account_id', 'account.name as account_name'])
    .select(['meeting.starts_at', 'meeting.minutes', 'meeting.time_zone', 'meeting.place'])
    .select(['meeting.link', 'meeting.state', 'meeting.is_client_visible', 'meeting.outcome'])
    .select(['meeting.sequence', 'meeting.series_id', 'meeting.planned_at', 'meeting.deleted_at'])
    .select(['meeting.subject_kind', 'meeting.subject_id', 'meeting.organiser_id'])
    .select(['organiser.name as organiser_name', 'organiser.email as organiser_email'])
    .select(['series.every_weeks', 'series.count'])
    .select(['meeting.decision_id', 'decision.title as decision_title']);
}

/** What is written of a meeting. */
export type MeetingColumns = {
  readonly name: string;
  readonly purpose: string;
  readonly starts_at: Instant;
  readonly minutes: number;
  readonly time_zone: string;
  readonly place: string;
  readonly link: string;
  readonly is_client_visible: boolean;
  readonly outcome: string;
  readonly state: MeetingState;
  readonly sequence: number;
};

export type NewMeeting = Pick<MeetingColumns, 'name' | 'starts_at' | 'minutes' | 'time_zone'> &
  Partial<MeetingColumns> & {
    readonly project_id: ProjectId | null;
    readonly account_id: AccountId | null;
    readonly subject: { readonly kind: SubjectKind; readonly id: Id<string> } | null;
    readonly series_id: MeetingSeriesId | null;
  };

export async function insertMeeting(
  scope: Scope,
  { subject, ...columns }: NewMeeting,
): Promise<MeetingId> {
  const id = newId<MeetingId>();
  await scope.tx
    .insertInto('meeting')
    .values({
      workspace_id: scope.workspaceId,
      id,
      organiser_id: scope.actor.memberId,
      ...columns,
      planned_at: columns.series_id === null ? null : columns.starts_at,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
    })
    .execute();
  return id;
}

export async function insertSeries(
  scope: Scope,
  { everyWeeks, count }: { readonly everyWeeks: number; readonly count: number },
): Promise<MeetingSeriesId> {
  const id = newId<MeetingSeriesId>();
  await scope.tx
    .insertInto('meeting_series')
    .values({ workspace_id: scope.workspaceId, id, every_weeks: everyWeeks, count })
    .execute();
  return id;
}

export async function updateMeeting(
  scope: Scope,
  record: { readonly id: MeetingId; readonly version: number },
  columns: Partial<MeetingColumns>,
): Promise<void> {
  await updateRecord(scope, 'meeting', record, columns);
}

/** Notes that these meetings were told to their attendees, as so many changes ago. */
export async function setSequence(
  scope: Scope,
  ids: readonly MeetingId[],
  sequence: number,
): Promise<void> {
  await scope.tx
    .updateTable('meeting')
    .set({ sequence })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<MeetingId>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Keeps as which decision the outcome of a meeting was written down. */
export async function setDecision(
  scope: Scope,
  id: MeetingId,
  decisionId: DecisionId,
): Promise<void> {
  await scope.tx
    .updateTable('meeting')
    .set({ decision_id: decisionId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export function setMeetingDeleted(scope: Scope, id: MeetingId, isDeleted: boolean) {
  return setDeleted(scope, 'meeting', id, isDeleted);
}
