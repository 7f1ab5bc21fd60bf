import type { LevellingActivity, LevellingProblem } from './problem.ts';

/**
 * Reads a single-mode instance of PSPLIB (R. Kolisch, A. Sprecher, EJOR 96, 1997; `.sm`). The source
 * and the sink, which take no time, stay. Throws on text of another kind.
 */
export function readPsplib(text: string): LevellingProblem {
  const lines = text.split(/\r?\n/);
  const links: LevellingProblem['links'][number][] = [];
  for (const [from, , , ...successors] of rowsAfter(lines, 'PRECEDENCE RELATIONS', 2))
    for (const to of successors)
      links.push({ from: String(from), to: String(to), type: 'finishToStart', lag: 0 });
  const [capacities] = rowsAfter(lines, 'RESOURCEAVAILABILITIES', 2);
  if (!capacities) throw new Error('no capacities: not a PSPLIB single-mode file');
  const activities = rowsAfter(lines, 'REQUESTS/DURATIONS', 3).map(
    ([id, , duration, ...demands]): LevellingActivity => ({
      id: String(id),
      duration: duration ?? 0,
      demands: demands
        .map((amount, row) => ({ resource: `R${row + 1}`, amount }))
        .filter(({ amount }) => amount > 0),
    }),
  );
  const resources = capacities.map((capacity, row) => ({ id: `R${row + 1}`, capacity }));
  return { activities, links, resources };
}

/** The rows of numbers that begin `skip` lines below the heading, up to the first other line. */
function rowsAfter(lines: readonly string[], heading: string, skip: number): number[][] {
  const begin = lines.findIndex((line) => line.startsWith(heading));
  if (begin < 0) throw new Error(`no line "${heading}": not a PSPLIB single-mode file`);
  const rows: number[][] = [];
  for (const line of lines.slice(begin + skip)) {
    if (!/^[\d\s]+$/.test(line) || line.trim() === '') break;
    rows.push(line.trim().split(/\s+/).map(Number));
  }
  return rows;
}
