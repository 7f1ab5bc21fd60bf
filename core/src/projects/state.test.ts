import { describe, expect, test } from 'vitest';
import { changeState, clientProjectStates, nextStates, projectStates } from './state.ts';

describe('the state of a project (ST-39)', () => {
  test('goes down the funnel one step after the other', () => {
    const funnel = ['considered', 'proposed', 'approved', 'executing', 'completed'] as const;
    for (const [index, state] of funnel.slice(0, -1).entries()) {
      const next = funnel[index + 1];
      if (!next) throw new Error('no next state');
      expect(changeState({ kind: 'initiative', state }, next, '')).toEqual({
        ok: true,
        state: next,
        reason: '',
      });
    }
    expect(changeState({ kind: 'initiative', state: 'considered' }, 'executing', '')).toEqual({
      ok: false,
      why: 'no-such-step',
    });
  });

  test('shelved or rejected needs a reason, which goes when it comes back', () => {
    const project = { kind: 'initiative', state: 'proposed' } as const;
    expect(changeState(project, 'rejected', '  ')).toEqual({ ok: false, why: 'reason-needed' });
    expect(changeState(project, 'shelved', ' No people ')).toEqual({
      ok: true,
      state: 'shelved',
      reason: 'No people',
    });
    expect(changeState({ ...project, state: 'shelved' }, 'proposed', 'x')).toMatchObject({
      reason: '',
    });
  });

  test('has a way back from every step, so that it can be undone', () => {
    const kinds = { client: clientProjectStates, initiative: projectStates } as const;
    for (const kind of ['client', 'initiative'] as const) {
      const steps = kinds[kind].flatMap((from) =>
        nextStates(kind, from).map((to) => ({ from, to })),
      );
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.filter(({ from, to }) => !nextStates(kind, to).includes(from))).toEqual([]);
    }
  });

  test('of a client project is never one that only an initiative has', () => {
    expect(nextStates('client', 'approved')).toEqual(['executing', 'shelved']);
    expect(nextStates('client', 'shelved')).toEqual(['approved', 'executing']);
  });
});
