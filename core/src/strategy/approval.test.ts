import { describe, expect, test } from 'vitest';
import { nextStates, projectStates } from '../projects/state.ts';
import { approvalIssues, isBinding, needsApproval } from './approval.ts';
import { testInitiative } from './initiative-test.ts';

const three = testInitiative({
  name: 'New office',
  scope: 'Lease and fit-out',
  organisation: 'Operations',
  budget: 100,
});
const two = testInitiative({ name: 'New office', scope: 'Lease', organisation: 'Operations' });

describe('approving an initiative (ST-03, ST-14)', () => {
  test('needs three of five criteria and one goal, and lists every field that is missing', () => {
    expect(approvalIssues(three, 1)).toEqual([]);
    expect(approvalIssues(three, 0).map(({ path }) => path[0])).toEqual(['goals']);
    expect(approvalIssues(two, 1).map(({ path }) => path[0])).toEqual([
      'ownerId',
      'projectManagerId',
      'budget',
      'startOn',
      'endOn',
      'goals',
    ]);
  });

  test('says once that a goal is missing, though both rules ask for it', () => {
    const fields = approvalIssues(two, 0).map(({ path }) => path[0]);
    expect(fields.filter((field) => field === 'goals')).toHaveLength(1);
  });

  test('is asked for wherever the firm binds itself anew, and of nothing that is bound (ST-39)', () => {
    const asked = projectStates.flatMap((from) =>
      nextStates('initiative', from)
        .filter((to) => needsApproval(from, to))
        .map((to) => `${from} to ${to}`),
    );
    expect(asked).toEqual([
      'proposed to approved',
      'shelved to approved',
      'shelved to executing',
      'rejected to approved',
    ]);
    expect(projectStates.filter(isBinding)).toEqual(['approved', 'executing', 'completed']);
  });
});
