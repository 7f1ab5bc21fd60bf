import { type Kysely, sql } from 'kysely';

/** What came of a meeting, or of a point of it, written down as a decision: of each once (CL-09). */
const decisions = `
alter table meeting add column decision_id uuid,
  add constraint meeting_decision foreign key (workspace_id, decision_id)
    references decision (workspace_id, id) on delete set null (decision_id);
alter table agenda_item add column decision_id uuid,
  add constraint agenda_item_decision foreign key (workspace_id, decision_id)
    references decision (workspace_id, id) on delete set null (decision_id);
create index meeting_decision on meeting (workspace_id, decision_id) where decision_id is not null;
create index agenda_item_decision on agenda_item (workspace_id, decision_id) where decision_id is not null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(decisions).execute(db);
}
