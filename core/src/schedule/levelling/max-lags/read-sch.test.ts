import { describe, expect, it } from 'vitest';
import { readSch } from './read-sch.ts';

const file = `2	1	0	0
0	1	2	1	2	[0]	[0]
1	1	2	2	3	[1 ]	[3]
2	1	2	1	3	[-4]	[2]
3	1	0
0	1	0	0
1	1	3	1
2	1	2	1
3	1	0	0
1
`;

describe('reading ProGen/max files', () => {
  it('reads durations, demands, capacities and lags', () => {
    expect(readSch(file)).toEqual({
      durations: [0, 3, 2, 0],
      demands: [[0], [1], [1], [0]],
      capacities: [1],
      lags: [
        { predecessor: 0, successor: 1, lag: 0 },
        { predecessor: 0, successor: 2, lag: 0 },
        { predecessor: 1, successor: 2, lag: 1 },
        { predecessor: 1, successor: 3, lag: 3 },
        { predecessor: 2, successor: 1, lag: -4 },
        { predecessor: 2, successor: 3, lag: 2 },
      ],
    });
  });

  it('says which line is wrong', () => {
    expect(() => readSch('hello')).toThrow('not a ProGen/max file');
    expect(() => readSch(file.replace('[-4]', ''))).toThrow('successors and lags differ: 2');
  });
});
