import { type LevellingProposal, levelling } from '@evenkeel/contract/levelling';
import { tasks } from '@evenkeel/contract/tasks';
import { describe, expect, test } from 'vitest';
import { startSampleApp } from '../../test/sample-app.ts';

const { owner: manager } = await startSampleApp();

const daysOf = ({ task, isMilestone, startOn, dueOn }: LevellingProposal) =>
  `${task.id} ${isMilestone ? dueOn : startOn} ${dueOn}`;

describe('the plan of the sample firm', () => {
  test('is accepted as a whole, holds when it is levelled again, and is taken back as a whole', async () => {
    const plan = async () =>
      (await manager.call(tasks.list, { query: { limit: 5_000 } })).rows.map(
        ({ id, isMilestone, startOn, dueOn }) => `${id} ${isMilestone ? dueOn : startOn} ${dueOn}`,
      );
    const before = await plan();
    const { rows: runs } = await manager.call(levelling.list);
    const [run] = runs;
    if (!run?.outcome) throw new Error('the sample firm has no plan');
    expect(run.outcome.moved).toBeGreaterThan(10);
    expect(run.outcome.excessMinutesAfter).toBeLessThan(run.outcome.excessMinutesBefore / 5);
    const params = { id: run.id };
    const { rows } = await manager.call(levelling.proposals, { params });
    // One alone pushes what waits for it; that is nobody's change.
    const waited = rows.find((row) => row.reason.kind === 'after')?.reason.tasks[0];
    const first = rows.find((row) => row.isMoved && row.task.id === waited?.id) ?? rows[0];
    const taskIds = first ? [first.task.id] : [];
    await manager.call(levelling.accept, { params, body: { taskIds } });
    const accepted = await manager.call(levelling.accept, { params, body: {} });
    expect(accepted).toMatchObject({ changedSince: 0, run: { acceptedCount: run.outcome.moved } });
    // Rescheduling leaves every task on the days that were proposed.
    const planned = new Set(await plan());
    expect(rows.filter((row) => !planned.has(daysOf(row)))).toEqual([]);
    const { id } = await manager.call(levelling.create, { body: {} });
    let again = await manager.call(levelling.get, { params: { id } });
    while (again.finishedAt === null) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      again = await manager.call(levelling.get, { params: { id } });
    }
    expect(again.outcome).toMatchObject({
      daysLateBefore: run.outcome.daysLateAfter,
      excessMinutesBefore: run.outcome.excessMinutesAfter,
    });
    // More plans are tried than the sample tried, so it may find a better one, never a worse.
    expect(again.outcome?.latenessAfter).toBeLessThanOrEqual(run.outcome.latenessAfter);
    const undone = await manager.call(levelling.undo, { params });
    expect(undone).toMatchObject({ takenBack: run.outcome.moved, changedSince: 0 });
    expect(await plan()).toEqual(before);
  }, 60_000);
});
