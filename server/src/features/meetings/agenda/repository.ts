import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AgendaItemId,
  DecisionId,
  Id,
  MeetingId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import type { OpenItem, OpenKind } from '@evenkeel/core/meetings/agenda';
import type { Subject, SubjectKind } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

const most = 500;

export type AgendaRecord = Awaited<ReturnType<typeof listItems>>[number];

/** The points of a meeting's agenda, in order. */
export function listItems(scope: Scope, meetingId: MeetingId) {
  return scope.tx
    .selectFrom('agenda_item as item')
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'item.workspace_id')
        .onRef('person.id', '=', 'item.person_id'),
    )
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.workspace_id', '=', 'item.workspace_id')
        .onRef('decision.id', '=', 'item.decision_id'),
    )
    .where('item.workspace_id', '=', scope.workspaceId)
    .where('item.meeting_id', '=', meetingId)
    .select(['item.id', 'item.version', 'item.position', 'item.name', 'item.minutes'])
    .select(['item.subject_kind', 'item.subject_id', 'item.person_id', 'item.is_client_visible'])
    .select(['item.outcome', 'person.name as person_name'])
    .select(['item.decision_id', 'decision.title as decision_title'])
    .orderBy('item.position')
    .orderBy('item.id')
    .limit(most)
    .execute();
}

export type NewItem = {
  readonly name: string;
  readonly minutes: number;
  readonly subject: Subject | null;
  readonly personId?: PersonId | null;
  readonly isClientVisible: boolean;
  readonly outcome?: string;
};

/** Adds points after those that stand. */
export async function insertItems(
  scope: Scope,
  meetingId: MeetingId,
  items: readonly NewItem[],
): Promise<void> {
  const [first, ...rest] = items;
  if (!first) return;
  const last = await scope.tx
    .selectFrom('agenda_item')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('workspace_id', '=', scope.workspaceId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  const from = (last?.position ?? -1) + 1;
  await scope.tx
    .insertInto('agenda_item')
    .values(
      [first, ...rest].map((item, index) => ({
        workspace_id: scope.workspaceId,
        id: newId<AgendaItemId>(),
        meeting_id: meetingId,
        position: from + index,
        name: item.name,
        minutes: item.minutes,
        subject_kind: item.subject?.kind ?? null,
        subject_id: item.subject?.id ?? null,
        person_id: item.personId ?? null,
        is_client_visible: item.isClientVisible,
        outcome: item.outcome ?? '',
      })),
    )
    .execute();
}

export async function updateItem(
  scope: Scope,
  key: { readonly id: AgendaItemId; readonly version: number; readonly meetingId: MeetingId },
  columns: {
    readonly name?: string;
    readonly minutes?: number;
    readonly position?: number;
    readonly person_id?: PersonId | null;
    readonly is_client_visible?: boolean;
    readonly outcome?: string;
    readonly decision_id?: DecisionId;
  },
): Promise<void> {
  const written = await scope.tx
    .updateTable('agenda_item')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('meeting_id', '=', key.meetingId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () =>
    (await listItems(scope, key.meetingId)).some(({ id }) => id === key.id),
  );
}

export async function deleteItem(
  scope: Scope,
  meetingId: MeetingId,
  id: AgendaItemId,
): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('agenda_item')
    .where('workspace_id', '=', scope.workspaceId)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

type OpenRow = {
  readonly kind: OpenKind;
  readonly subject_kind: SubjectKind;
  readonly id: Id<string>;
  readonly name: string;
  readonly since: CalendarDate | null;
};

/**
 * What is open on a project: overdue duties of the client, overdue tasks, open actions, deliverables
 * that wait for approval or came back, questions that wait for an answer.
 */
export async function listOpen(scope: Scope, projectId: ProjectId): Promise<OpenItem[]> {
  const { rows } = await sql<OpenRow>`
    select case when side = 'client' then 'overdue-duty' else 'overdue-task' end as kind,
      'task' as subject_kind, id, name, due_on as since
    from task where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and deleted_at is null and state <> 'done' and due_on < ${scope.today}::date
    union all
    select 'risk', 'action', id, name, due_on
    from action where workspace_id = ${scope.workspaceId} and deleted_at is null and done_on is null
      and subject_kind in ('client-project', 'initiative') and subject_id = ${projectId}
    union all
    select 'deliverable', 'deliverable', id, name, (state_since at time zone ${scope.actor.timeZone})::date
    from deliverable where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and state in ('asked', 'rejected')
    union all
    select 'question', 'question', id, left(question, 300), (created_at at time zone ${scope.actor.timeZone})::date
    from question where workspace_id = ${scope.workspaceId} and project_id = ${projectId} and state = 'asked'
    limit ${most}`.execute(scope.tx);
  return rows.map(({ kind, subject_kind, id, name, since }) => ({
    kind,
    subject: { kind: subject_kind, id },
    name,
    since,
  }));
}
