import type { ContactId, Id, MeetingId, PersonId } from '@evenkeel/core/id';
import type { AttendeePart } from '@evenkeel/core/meetings/meeting';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type AttendeeRecord = {
  readonly id: Id<'meeting-attendee'>;
  readonly meeting_id: MeetingId;
  readonly person_id: PersonId | null;
  readonly contact_id: ContactId | null;
  readonly part: AttendeePart;
  readonly name: string;
  readonly email: string | null;
  /** Of a contact, else of their account (BCP 47); null for people of the firm. */
  readonly language: string | null;
};

/** Who is at some meetings, with the address of each: a member's, else a person's, else a contact's first. */
export async function listAttendees(
  scope: Scope,
  ids: readonly MeetingId[],
): Promise<AttendeeRecord[]> {
  const { rows } = await sql<AttendeeRecord>`
    select a.id, a.meeting_id, a.person_id, a.contact_id, a.part, coalesce(p.name, c.name) as name,
      coalesce(
        (select m.email from member m where m.workspace_id = a.workspace_id and m.person_id = a.person_id
           and m.state = 'active' order by m.id limit 1),
        p.email,
        (select e.email from contact_email e where e.workspace_id = a.workspace_id
           and e.contact_id = a.contact_id order by e.position, e.id limit 1)) as email,
      coalesce(c.language, (select x.language from contact_account ca
        join account x on x.workspace_id = ca.workspace_id and x.id = ca.account_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id
        order by ca.is_primary desc, x.id limit 1)) as language
    from meeting_attendee a
    left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    left join contact c on c.workspace_id = a.workspace_id and c.id = a.contact_id
    where a.workspace_id = ${scope.workspaceId} and a.meeting_id = any(${[...ids]}::uuid[])
    order by a.contact_id is not null, coalesce(p.name, c.name) collate "und-x-icu", a.id
    limit 100000`.execute(scope.tx);
  return rows;
}

export type NewAttendee =
  | { readonly personId: PersonId; readonly part: AttendeePart }
  | { readonly contactId: ContactId; readonly part: AttendeePart };

/** Makes these, and nobody else, the attendees of some meetings. */
export async function replaceAttendees(
  scope: Scope,
  meetingIds: readonly MeetingId[],
  attendees: readonly NewAttendee[],
): Promise<void> {
  await scope.tx
    .deleteFrom('meeting_attendee')
    .where('workspace_id', '=', scope.workspaceId)
    .where('meeting_id', '=', sql<MeetingId>`any(${[...meetingIds]}::uuid[])`)
    .execute();
  const once = new Map(
    attendees.map((one) => ['personId' in one ? one.personId : one.contactId, one]),
  );
  await insertRows(
    scope,
    'meeting_attendee',
    meetingIds.flatMap((meetingId) =>
      [...once.values()].map((attendee) => ({
        id: newId(),
        version: 1,
        created_at: scope.now.toISOString(),
        updated_at: scope.now.toISOString(),
        meeting_id: meetingId,
        person_id: 'personId' in attendee ? attendee.personId : null,
        contact_id: 'contactId' in attendee ? attendee.contactId : null,
        part: attendee.part,
      })),
    ),
  );
}
