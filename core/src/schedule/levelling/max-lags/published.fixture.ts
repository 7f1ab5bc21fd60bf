import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MaxLagProblem } from './problem.ts';
import { readSch } from './read-sch.ts';

/** A published case with its known least makespan; null where it is known that there is none. */
export type PublishedCase = {
  readonly name: string;
  readonly problem: MaxLagProblem;
  readonly optimum: number | null;
};

const folder = fileURLToPath(
  new URL('../../../../../../shared/data/rcpsp-max/sm_j10/', import.meta.url),
);

/** The cases beside the checkout, none where the folder is absent (as in a fresh clone). */
export function publishedCases(): readonly PublishedCase[] {
  const table = `${folder}optimum.csv`;
  if (!existsSync(table)) return [];
  const rows = readFileSync(table, 'utf8').trim().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [name = '', optimum = ''] = row.split(',');
    const problem = readSch(readFileSync(`${folder}${name}`, 'utf8'));
    return { name, problem, optimum: optimum === 'unsat' ? null : Number(optimum) };
  });
}
