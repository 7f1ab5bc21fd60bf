import { describe, expect, it } from 'vitest';
import { day, firm, person, project, task, taskId } from './firm.fixture.ts';
import type { FirmWork } from './firm-work.ts';
import { levelFirm } from './level-firm.ts';

function planned(own: Partial<FirmWork>) {
  const levelled = levelFirm(firm(own), { seed: 1, maxSchedules: 200 });
  if (!levelled.ok) throw new Error(JSON.stringify(levelled));
  const { plan } = levelled;
  return {
    plan,
    days: Object.fromEntries(
      plan.tasks.map(({ taskId: id, startOn, dueOn }) => [id, `${startOn} ${dueOn}`]),
    ),
    reasons: Object.fromEntries(plan.tasks.map(({ taskId: id, reason }) => [id, reason])),
  };
}

const after = (predecessor: string, successor: string) => ({
  predecessorId: taskId(predecessor),
  successorId: taskId(successor),
  type: 'finish-start' as const,
  lagMinutes: 0,
});

describe('levelling all projects of a firm (PM-03, PM-08, U14)', () => {
  it('one person does one thing after the other, and is told why', () => {
    const { days, reasons } = planned({
      tasks: [task('a', { on: ['Ann'] }), task('b', { on: ['Ann'] }), task('c', { on: ['Ben'] })],
    });
    expect([days['a'], days['b']].sort()).toEqual([
      '2026-11-30 2026-11-30',
      '2026-12-01 2026-12-01',
    ]);
    expect(days['c']).toBe('2026-11-30 2026-11-30');
    const second = days['a']?.startsWith('2026-12-01') ? 'a' : 'b';
    expect(reasons[second]).toMatchObject({ kind: 'person-busy', personId: 'Ann' });
    expect(reasons['c']).toEqual({ kind: 'today' });
  });

  it('what waits for another starts after it, over projects too', () => {
    const { days, reasons } = planned({
      projects: [project('P'), project('Q')],
      tasks: [task('a', { on: ['Ann'] }), task('b', { on: ['Ben'], of: 'Q' })],
      dependencies: [after('a', 'b')],
    });
    expect(days['b']).toBe('2026-12-01 2026-12-01');
    expect(reasons['b']).toEqual({ kind: 'after', taskIds: ['a'] });
  });

  it('the promise that weighs more goes first', () => {
    const { days, plan } = planned({
      projects: [
        project('P', { endOn: day('2026-11-30'), priority: 5, kind: 'initiative' }),
        project('Q', { endOn: day('2026-11-30'), priority: 1 }),
      ],
      tasks: [task('a', { on: ['Ann'] }), task('b', { on: ['Ann'], of: 'Q' })],
    });
    expect(days['b']).toBe('2026-11-30 2026-11-30');
    expect(plan.projects).toMatchObject([
      { projectId: 'P', daysLateAfter: 1 },
      { projectId: 'Q', daysLateAfter: 0 },
    ]);
  });

  it('leave, holidays, weekends and part-time weeks move the work (U14)', () => {
    const away = { leave: [{ from: day('2026-11-30'), to: day('2026-12-01') }] };
    const half = { weekMinutes: [240, 240, 240, 240, 240, 0, 0] };
    const { days, reasons } = planned({
      holidays: [day('2026-12-02')],
      people: [person('Ann', away), person('Ben', half)],
      tasks: [task('a', { on: ['Ann'] }), task('b', { on: ['Ben'], estimateMinutes: 960 })],
    });
    expect(days['a']).toBe('2026-12-03 2026-12-03');
    expect(reasons['a']).toEqual({ kind: 'away', personId: 'Ann' });
    expect(days['b']).toBe('2026-11-30 2026-12-04');
  });

  it('work rests while its person is away and goes on after', () => {
    const { days } = planned({
      people: [person('Ann', { leave: [{ from: day('2026-12-01'), to: day('2026-12-02') }] })],
      tasks: [task('a', { on: ['Ann'], estimateMinutes: 960 })],
    });
    expect(days['a']).toBe('2026-11-30 2026-12-03');
  });

  it('started work goes on, pinned work stays, logged time is not done twice', () => {
    const { days, reasons } = planned({
      tasks: [
        task('going', {
          on: ['Ann'],
          state: 'started',
          startOn: day('2026-11-26'),
          estimateMinutes: 960,
          loggedMinutes: 480,
        }),
        task('pinned', {
          on: ['Ann'],
          isPinned: true,
          startOn: day('2026-12-03'),
          dueOn: day('2026-12-03'),
        }),
        task('free', { on: ['Ann'] }),
      ],
    });
    expect(days).toEqual({
      going: '2026-11-26 2026-11-30',
      pinned: '2026-12-03 2026-12-03',
      free: '2026-12-01 2026-12-01',
    });
    expect(reasons).toMatchObject({ going: { kind: 'started' }, pinned: { kind: 'pinned' } });
  });

  it('work without people draws on everybody of its role', () => {
    const { plan } = planned({
      tasks: ['a', 'b', 'c', 'd'].map((name) => task(name)),
    });
    const starts = plan.tasks.map(({ startOn }) => startOn).sort();
    expect(starts).toEqual(['2026-11-30', '2026-11-30', '2026-12-01', '2026-12-01']);
    expect(plan.tasks.map(({ reason }) => reason.kind)).toContain('role-busy');
  });

  it('planned days that people can keep stay, and nobody is booked beyond capacity any more', () => {
    const days = { startOn: day('2026-12-07'), dueOn: day('2026-12-11') };
    const whole = { ...days, notBefore: days.startOn, on: ['Ann'], estimateMinutes: 2400 };
    const { plan } = planned({ tasks: [task('a', whole), task('b', whole)] });
    expect(plan.tasks.map(({ startOn, dueOn }) => `${startOn} ${dueOn}`).sort()).toEqual([
      '2026-12-07 2026-12-11',
      '2026-12-14 2026-12-18',
    ]);
    expect(plan.tasks.filter(({ isMoved }) => isMoved)).toHaveLength(1);
    expect(plan.people).toEqual([
      { personId: 'Ann', excessMinutesBefore: 2400, excessMinutesAfter: 0 },
    ]);
  });

  it('what waits for a task with sub-tasks waits for the last of them', () => {
    const { days } = planned({
      tasks: [
        task('whole', { hasSubTasks: true }),
        task('part 1', { parentId: taskId('whole'), on: ['Ann'] }),
        task('part 2', { parentId: taskId('whole'), on: ['Ann'] }),
        task('next', { on: ['Ben'] }),
        task('done?', { isMilestone: true, estimateMinutes: null }),
      ],
      dependencies: [after('whole', 'next'), after('next', 'done?')],
    });
    expect(days['next']).toBe('2026-12-02 2026-12-02');
    expect(days['done?']).toBe('2026-12-02 2026-12-02');
  });

  it('says what it cannot plan by effort', () => {
    const { plan } = planned({
      tasks: [task('a', { estimateMinutes: null }), task('b', { roleId: null })],
    });
    expect(plan.tasks.map(({ gap }) => gap)).toEqual(['no-estimate', 'nobody']);
  });

  it('an empty firm has an empty plan', () => {
    expect(planned({}).plan).toMatchObject({ tasks: [], end: '2026-11-30', gapPercent: 0 });
  });
});
