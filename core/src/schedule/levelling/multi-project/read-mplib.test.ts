import { describe, expect, it } from 'vitest';
import { readMplib } from './read-mplib.ts';

const file = `2
1
4

3 0
1
0 0 1 1:2
5 2 1 1:3
0 0 0
2 7
1
3 4 1 2:2
0 0 0
`;

describe('reading multi-project files (MPLIB)', () => {
  it('reads all projects onto one pool', () => {
    const problem = readMplib(file);
    expect(problem.resources).toEqual([{ id: 'R1', capacity: 4 }]);
    expect(problem.activities).toEqual([
      { id: '1:1', duration: 0, demands: [] },
      { id: '1:2', duration: 5, demands: [{ resource: 'R1', amount: 2 }] },
      { id: '1:3', duration: 0, demands: [] },
      { id: '2:1', duration: 3, demands: [{ resource: 'R1', amount: 4 }], release: 7 },
      { id: '2:2', duration: 0, demands: [], release: 7 },
    ]);
    expect(problem.links.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '1:1 1:2',
      '1:2 1:3',
      '2:1 2:2',
    ]);
  });

  it('says where a file breaks off', () => {
    expect(() => readMplib('2 1 4 3 0')).toThrow('the file ends after 5 words');
    expect(() => readMplib('two')).toThrow('word 1 is not a whole number');
  });
});
