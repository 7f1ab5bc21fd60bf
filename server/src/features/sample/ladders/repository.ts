import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Why-ladders of the sample's initiatives, and the strategy that its client projects serve. */
export async function insertLadders(scope: Scope, firm: SampleFirm, ids: Ids): Promise<void> {
  const texts = [
    ...new Set(firm.ladders.flatMap(({ rungs }) => rungs.map(({ answer }) => answer))),
  ];
  const answers = new Map(texts.map((text) => [text, newId()]));
  await insertRows(
    scope,
    'ladder_answer',
    [...answers].map(([text, id]) => ({ ...common(id), text, written_by: scope.actor.memberId })),
  );
  await insertRows(
    scope,
    'ladder_rung',
    firm.ladders
      .flatMap((ladder) => rungsOf(ladder, answers, ids))
      .map((rung) => ({
        ...common(newId()),
        ...rung,
        asked_by: scope.actor.memberId,
      })),
  );
  await insertRows(
    scope,
    'goal_link',
    firm.clientGoals.map(({ project, goal, strength }) => ({
      ...common(newId()),
      project_id: need(ids, 'project', project),
      goal_id: need(ids, 'goal', goal),
      strength,
    })),
  );
}

/** The rungs of one ladder: each from where the one before it led. */
function rungsOf(
  ladder: SampleFirm['ladders'][number],
  answers: ReadonlyMap<string, string>,
  ids: Ids,
) {
  const path = ladder.rungs.map(({ answer }) => answers.get(answer) ?? null);
  const foot = need(ids, 'project', ladder.initiative);
  const steps = ladder.rungs.map(({ question }, index) => ({
    from_project_id: index === 0 ? foot : null,
    from_answer_id: index === 0 ? null : (path[index - 1] ?? null),
    question,
    to_answer_id: path[index] ?? null,
    to_goal_id: null as string | null,
  }));
  if (ladder.goal === null) return steps;
  const last = path.at(-1) ?? null;
  return [
    ...steps,
    {
      from_project_id: last === null ? foot : null,
      from_answer_id: last,
      question: 'so-what' as const,
      to_answer_id: null,
      to_goal_id: need(ids, 'goal', ladder.goal),
    },
  ];
}
