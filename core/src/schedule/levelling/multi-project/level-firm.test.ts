import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../calendar-date.ts';
import type { RoleId } from '../../../id.ts';
import { consultant, day, firm, person, project, task, taskId } from './firm.fixture.ts';
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

const fullDays = [480, 480, 480, 480, 480, 0, 0];

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

  const halfDays = [240, 240, 240, 240, 240, 0, 0];

  it('who goes to half the hours takes twice the days from then on (U11, BA-07)', () => {
    const { days, plan } = planned({
      people: [person('Ann', { later: [{ from: day('2026-12-03'), weekMinutes: halfDays }] })],
      tasks: [
        task('a', { on: ['Ann'], estimateMinutes: 1_440 }),
        task('b', { on: ['Ann'], estimateMinutes: 1_440 }),
      ],
    });
    // Three whole days; then six half ones, a week-end between them.
    expect(Object.values(days).sort()).toEqual(['2026-11-30 2026-12-02', '2026-12-03 2026-12-10']);
    expect(plan.people).toEqual([]);
  });

  it('work under way over the change follows the minutes of each day', () => {
    const { days } = planned({
      people: [person('Ann', { later: [{ from: day('2026-12-02'), weekMinutes: halfDays }] })],
      tasks: [task('a', { on: ['Ann'], estimateMinutes: 4 * 480 })],
    });
    expect(days['a']).toBe('2026-11-30 2026-12-07');
  });

  it('planned days stay where the hours of those days do, and grow where they do not', () => {
    const days = { startOn: day('2026-11-30'), dueOn: day('2026-12-04'), on: ['Ann'] };
    const later = [{ from: day('2026-12-07'), weekMinutes: halfDays }];
    const light = task('light', { ...days, estimateMinutes: 1_200 });
    const full = task('full', { ...days, estimateMinutes: 2_400 });
    const { plan } = planned({
      people: [person('Ann', { later })],
      projects: [project('P', { startOn: day('2026-12-07') })],
      tasks: [light, full],
    });
    const length = (name: string) => {
      const found = plan.tasks.find(({ taskId: id }) => id === name);
      return found ? daysBetween(found.startOn, found.dueOn) + 1 : 0;
    };
    expect(length('light')).toBe(5);
    expect(length('full')).toBe(12);
    expect(plan.people.map(({ excessMinutesAfter }) => excessMinutesAfter)).toEqual([0]);
  });

  it('nobody works before joining, and what is behind somebody’s last day is said', () => {
    const { days, plan } = planned({
      people: [
        person('Ann', { joinedOn: day('2026-12-03') }),
        person('Ben', { leftOn: day('2026-12-01') }),
      ],
      tasks: [
        task('a', { on: ['Ann'] }),
        task('b', { on: ['Ben'] }),
        task('c', { on: ['Ben'], estimateMinutes: 960 }),
      ],
    });
    expect(days['a']).toBe('2026-12-03 2026-12-03');
    const gaps = new Map(plan.tasks.map(({ taskId: id, gap }) => [id, gap]));
    const isLeft = (name: string) => gaps.get(taskId(name)) === 'person-leaves';
    expect([isLeft('b'), isLeft('c')].filter(Boolean)).toHaveLength(1);
    expect(isLeft('a')).toBe(false);
  });

  it('who changes role works for the one, then for the other', () => {
    const other = 'designer' as RoleId; // an id of a test needs no form
    const later = [{ from: day('2026-12-02'), weekMinutes: fullDays, roleId: other }];
    const { days } = planned({
      people: [person('Ann', { later })],
      roles: [
        { id: consultant, name: 'Consultant' },
        { id: other, name: 'Designer' },
      ],
      tasks: [task('a'), task('b', { roleId: other }), task('c'), task('d', { roleId: other })],
    });
    expect([days['a'], days['c']].sort()).toEqual([
      '2026-11-30 2026-11-30',
      '2026-12-01 2026-12-01',
    ]);
    expect([days['b'], days['d']].sort()).toEqual([
      '2026-12-02 2026-12-02',
      '2026-12-03 2026-12-03',
    ]);
  });

  it('an empty firm has an empty plan', () => {
    expect(planned({}).plan).toMatchObject({ tasks: [], end: '2026-11-30', gapPercent: 0 });
  });
});
