import type { MaxLagProblem } from './problem.ts';

/**
 * Reads a file of ProGen/max (`.SCH`, C. Schwindt 1998): first line "activities resources …"; then
 * for each activity, the two dummies included, "number modes successors… [lag]…"; then "number
 * mode duration demand…"; last the capacities. Throws a RangeError that names the line.
 */
export function readSch(text: string): MaxLagProblem {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [activities = 0, resources = 0] = numbersOf(lines[0] ?? '');
  const size = activities + 2;
  if (!(activities >= 1) || lines.length < 2 * size + 2) {
    throw new RangeError(`not a ProGen/max file: ${lines.length} lines, ${activities} activities`);
  }
  const lags = lines.slice(1, size + 1).flatMap((line) => {
    const [task = 0, , count = 0, ...rest] = numbersOf(line);
    if (rest.length !== 2 * count) throw new RangeError(`successors and lags differ: ${line}`);
    return rest.slice(0, count).map((successor, index) => ({
      predecessor: task,
      successor,
      lag: rest[count + index] ?? 0,
    }));
  });
  const rows = lines.slice(size + 1, 2 * size + 1).map(numbersOf);
  return {
    durations: rows.map((row) => row[2] ?? 0),
    demands: rows.map((row) => row.slice(3, 3 + resources)),
    capacities: numbersOf(lines[2 * size + 1] ?? '').slice(0, resources),
    lags,
  };
}

function numbersOf(line: string): readonly number[] {
  return line
    .trim()
    .split(/[\s[\]]+/)
    .filter((word) => word !== '')
    .map(Number);
}
