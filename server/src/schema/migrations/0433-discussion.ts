import { type Kysely, sql } from 'kysely';

/**
 * Discussions: answers to a comment, reactions, and files that came with one. Who sees a comment sees
 * what hangs on it: an answer is never shown further than what it answers.
 */
const discussion = `
alter table comment
  add column parent_id uuid,
  add constraint comment_parent foreign key (workspace_id, parent_id)
    references comment (workspace_id, id) on delete cascade;
create index comment_parent on comment (workspace_id, parent_id) where parent_id is not null;

alter table file
  add column comment_id uuid,
  add constraint file_comment foreign key (workspace_id, comment_id)
    references comment (workspace_id, id) on delete set null (comment_id);
create index file_comment on file (workspace_id, comment_id) where comment_id is not null;

create table comment_reaction (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  comment_id uuid not null,
  member_id uuid not null,
  reaction text not null check (reaction in ('agree', 'thanks', 'done', 'looking', 'celebrate')),
  primary key (workspace_id, id),
  unique (workspace_id, comment_id, member_id, reaction),
  foreign key (workspace_id, comment_id) references comment (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
select protect('comment_reaction');
grant select, insert, delete on comment_reaction to evenkeel_app;
create trigger announced_insert after insert on comment_reaction referencing new table as new_rows
  for each statement execute function announce_change();
create trigger announced_delete after delete on comment_reaction referencing old table as new_rows
  for each statement execute function announce_change();

-- Whether a member wants to hear of a record's discussion, whatever their part in it.
create table follow (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null default now(),
  member_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  is_following boolean not null,
  primary key (workspace_id, id),
  unique (workspace_id, member_id, subject_kind, subject_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create index follow_subject on follow (workspace_id, subject_kind, subject_id);
select protect('follow');
grant select, insert, update, delete on follow to evenkeel_app;

grant select (parent_id) on comment to evenkeel_client;
grant select (comment_id) on file to evenkeel_client;
select show_to_clients('comment_reaction', array['id', 'comment_id', 'member_id', 'reaction'], $$
  exists (select from comment c where c.workspace_id = comment_reaction.workspace_id and c.id = comment_reaction.comment_id)$$);
select show_to_clients('notification', array['id', 'created_at', 'member_id', 'topic', 'title', 'body',
  'path', 'is_shown', 'read_at'], 'member_id = current_member() and is_shown');
select show_to_clients('notification_setting', array['id', 'member_id', 'choices', 'digest_hour'],
  'member_id = current_member()');
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(discussion).execute(db);
}
