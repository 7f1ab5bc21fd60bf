import type { GoalId, LadderAnswerId, LadderRungId, ProjectId } from '@evenkeel/core/id';
import type { LadderQuestion } from '@evenkeel/core/strategy/why-ladder';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

const most = 5_000;

export type LadderRecords = Awaited<ReturnType<typeof readLadders>>;
export type RungEnds = {
  readonly fromProjectId: ProjectId | null;
  readonly fromAnswerId: LadderAnswerId | null;
  readonly question: LadderQuestion;
  readonly toAnswerId: LadderAnswerId | null;
  readonly toGoalId: GoalId | null;
};

/** Everything the ladders are made of: what lies in the trash is left out, with its rungs. */
export async function readLadders(scope: Scope) {
  return {
    initiatives: await initiatives(scope),
    goals: await goals(scope),
    answers: await answers(scope),
    rungs: await rungs(scope),
    links: await links(scope),
  };
}

/** Held until the end of the transaction: two rungs at once could close a circle that neither sees. */
export async function lockLadders(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('why-ladder'), hashtext(${scope.workspaceId}))`.execute(
    scope.tx,
  );
}

export async function insertAnswer(scope: Scope, text: string): Promise<LadderAnswerId> {
  const id = newId<LadderAnswerId>();
  await scope.tx
    .insertInto('ladder_answer')
    .values({
      workspace_id: scope.workspaceId,
      id,
      text,
      written_by: scope.actor.memberId,
    })
    .execute();
  return id;
}

export async function updateAnswer(
  scope: Scope,
  id: LadderAnswerId,
  version: number,
  text: string,
): Promise<void> {
  const written = await scope.tx
    .updateTable('ladder_answer')
    .set({ text })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => {
    const found = scope.tx.selectFrom('ladder_answer').select('id').where('id', '=', id);
    return (await found.executeTakeFirst()) !== undefined;
  });
}

/** Adds a rung unless the same stands already. */
export async function insertRung(scope: Scope, ends: RungEnds): Promise<void> {
  await scope.tx
    .insertInto('ladder_rung')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<LadderRungId>(),
      from_project_id: ends.fromProjectId,
      from_answer_id: ends.fromAnswerId,
      question: ends.question,
      to_answer_id: ends.toAnswerId,
      to_goal_id: ends.toGoalId,
      asked_by: scope.actor.memberId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a rung off. Whether there was one. */
export async function deleteRung(scope: Scope, id: LadderRungId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('ladder_rung')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Makes an answer another one: its rungs are taken over, except those that stand there already. */
export async function mergeAnswers(
  scope: Scope,
  { keptId, mergedId }: { readonly keptId: LadderAnswerId; readonly mergedId: LadderAnswerId },
): Promise<void> {
  await sql`
    update ladder_rung r set from_answer_id = ${keptId} where r.from_answer_id = ${mergedId}
      and not exists (select from ladder_rung o where o.from_answer_id = ${keptId}
        and o.to_answer_id is not distinct from r.to_answer_id
        and o.to_goal_id is not distinct from r.to_goal_id)`.execute(scope.tx);
  await sql`
    update ladder_rung r set to_answer_id = ${keptId} where r.to_answer_id = ${mergedId}
      and not exists (select from ladder_rung o where o.to_answer_id = ${keptId}
        and o.from_answer_id is not distinct from r.from_answer_id
        and o.from_project_id is not distinct from r.from_project_id)`.execute(scope.tx);
  await scope.tx.deleteFrom('ladder_answer').where('id', '=', mergedId).execute();
}

/** Whether a goal stands there to be reached. */
export async function hasGoal(scope: Scope, id: GoalId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('goal')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return found !== undefined;
}

function initiatives(scope: Scope) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'name', 'state'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('kind', '=', 'initiative')
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .limit(most)
    .execute();
}

function goals(scope: Scope) {
  return scope.tx
    .selectFrom('goal')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .limit(most)
    .execute();
}

function answers(scope: Scope) {
  return scope.tx
    .selectFrom('ladder_answer')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'ladder_answer.workspace_id')
        .onRef('member.id', '=', 'ladder_answer.written_by'),
    )
    .select([
      'ladder_answer.id',
      'ladder_answer.version',
      'ladder_answer.text',
      'ladder_answer.written_by as writtenBy',
      'member.name as writerName',
    ])
    .where('ladder_answer.workspace_id', '=', scope.workspaceId)
    .orderBy('ladder_answer.created_at')
    .orderBy('ladder_answer.id')
    .limit(most)
    .execute();
}

function rungs(scope: Scope) {
  return scope.tx
    .selectFrom('ladder_rung')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'ladder_rung.workspace_id')
        .onRef('member.id', '=', 'ladder_rung.asked_by'),
    )
    .select([
      'ladder_rung.id',
      'ladder_rung.from_project_id as fromProjectId',
      'ladder_rung.from_answer_id as fromAnswerId',
      'ladder_rung.question',
      'ladder_rung.to_answer_id as toAnswerId',
      'ladder_rung.to_goal_id as toGoalId',
      'ladder_rung.asked_by as askedBy',
      'member.name as askerName',
      'ladder_rung.created_at as createdAt',
    ])
    .where('ladder_rung.workspace_id', '=', scope.workspaceId)
    .orderBy('ladder_rung.created_at')
    .orderBy('ladder_rung.id')
    .limit(most)
    .execute();
}

/** Goals that initiatives help. */
function links(scope: Scope) {
  return scope.tx
    .selectFrom('goal_link')
    .select(['project_id as projectId', 'goal_id as goalId'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('strength', '>', 0)
    .orderBy('id')
    .limit(most)
    .execute();
}
