import { type Random, seededRandom } from '../../random.ts';
import { improve } from './local-search.ts';
import type { Matrix } from './matrix.ts';
import { repair } from './repair.ts';
import { emptyState, type State, setState, shortage } from './state.ts';

// Places are within the packed arrays by their making, so reading one as a number holds.

/** How long to search: `steps` children, unless told to stop. */
export type MemeticOptions = {
  readonly steps: number;
  readonly seed: number;
  readonly shouldStop: () => boolean;
  /** Stop when a choice of this value is found: none is worth more. */
  readonly target: number;
  /** Told each time a better choice is found. */
  readonly onImproved: (value: number) => void;
};

/** Choices kept side by side, with the value of each; broken rows count far below any value. */
type Population = {
  readonly members: Int32Array[];
  readonly scores: number[];
  readonly known: Set<string>;
};

const populationSize = 80;
const drawsPerMember = 20;

/** After so many children of which none is kept, a new population is drawn. */
const patience = 1500;

/** Children worth less than the worst member by more than this share of its value are not improved. */
const hopeless = 0.015;

/**
 * A good choice by a genetic search whose children are repaired and improved: the column of each
 * candidate, or `null` when none was found that keeps every row.
 * Source: P. Chu, J. Beasley, "A genetic algorithm for the multidimensional knapsack problem" (1998),
 * steady state without doubles; with local search of each child it is memetic (P. Moscato, 1989).
 */
export function memeticSearch(matrix: Matrix, options: MemeticOptions): Int32Array | null {
  const random = seededRandom(options.seed);
  const state = emptyState(matrix);
  const best = { columnOf: state.columnOf.slice(), score: -Infinity };
  const note = (score: number) => {
    if (score <= best.score) return;
    best.score = score;
    best.columnOf.set(state.columnOf);
    if (shortage(matrix, state) === 0) options.onImproved(state.value);
  };
  const isDone = () => best.score >= options.target || options.shouldStop();
  let steps = 0;
  for (let round = 0; round === 0 || (steps < options.steps && !isDone()); round += 1) {
    const population = drawPopulation(matrix, state, { round, random, note, isDone });
    const left = options.steps - steps;
    steps += 1 + evolve(matrix, state, population, { steps: left, random, note, isDone });
  }
  setState(matrix, state, best.columnOf);
  return shortage(matrix, state) === 0 ? best.columnOf : null;
}

/** What goes through a search: chance, and whom to tell of each score. */
type Run = {
  readonly random: Random;
  readonly note: (score: number) => void;
  readonly isDone: () => boolean;
};

function drawPopulation(
  matrix: Matrix,
  state: State,
  { round, random, note, isDone }: Run & { readonly round: number },
): Population {
  const population: Population = { members: [], scores: [], known: new Set() };
  const draws = populationSize * drawsPerMember;
  for (let draw = 0; draw < draws && population.members.length < populationSize; draw += 1) {
    const isFirst = draw === 0 && round === 0;
    drawMember(matrix, state, isFirst ? null : random);
    if (isFirst) improved(matrix, state);
    note(keep(matrix, state, population));
    if (isDone()) break;
  }
  return population;
}

/** Breeds until no child has been kept for long; the number of children. */
function evolve(
  matrix: Matrix,
  state: State,
  population: Population,
  { steps, random, note, isDone }: Run & { readonly steps: number },
): number {
  const child = new Int32Array(matrix.candidates);
  let step = 0;
  for (let idle = 0; step < steps && idle < patience && !isDone(); step += 1) {
    breed(matrix, population, child, random);
    setState(matrix, state, child);
    repair(matrix, state);
    const { score, isKept } = place(matrix, state, population);
    note(score);
    idle = isKept ? 0 : idle + 1;
  }
  return step;
}

/** A member near the relaxation's point; without `random`, the columns it takes most of. */
function drawMember(matrix: Matrix, state: State, random: Random | null): void {
  const { candidates, firstColumn, relaxed } = matrix;
  const columnOf = new Int32Array(candidates).fill(-1);
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const [from, to] = [firstColumn[candidate] as number, firstColumn[candidate + 1] as number];
    if (random && random() < 0.1) {
      columnOf[candidate] = from + Math.floor(random() * (to - from + 1));
      if (columnOf[candidate] === to) columnOf[candidate] = -1;
      continue;
    }
    let left = random ? random() : 0.5;
    for (let column = from; column < to && left >= 0; column += 1) {
      left -= relaxed[column] as number;
      if (left < 0) columnOf[candidate] = column;
    }
  }
  setState(matrix, state, columnOf);
  repair(matrix, state);
}

/** Two parents by tournaments of two; each candidate from one or the other; two are changed. */
function breed(matrix: Matrix, population: Population, child: Int32Array, random: Random): void {
  const { candidates, firstColumn } = matrix;
  const one = tournament(population, random);
  const other = tournament(population, random);
  for (let candidate = 0; candidate < candidates; candidate += 1) {
    const column = one[candidate] as number;
    child[candidate] =
      column === other[candidate] || random() < 0.5 ? column : (other[candidate] as number);
  }
  for (let change = 0; change < 2; change += 1) {
    const candidate = Math.floor(random() * candidates);
    const from = firstColumn[candidate] as number;
    const count = (firstColumn[candidate + 1] as number) - from;
    child[candidate] = (child[candidate] as number) >= 0 ? -1 : from + Math.floor(random() * count);
  }
}

function tournament({ members, scores }: Population, random: Random): Int32Array {
  const one = Math.floor(random() * members.length);
  const other = Math.floor(random() * members.length);
  return members[(scores[one] ?? 0) > (scores[other] ?? 0) ? one : other] as Int32Array;
}

/** Adds a drawn member unless it is known; its score. */
function keep(matrix: Matrix, state: State, { members, scores, known }: Population): number {
  const key = keyOf(state);
  const score = scoreOf(matrix, state);
  if (known.has(key)) return score;
  known.add(key);
  members.push(state.columnOf.slice());
  scores.push(score);
  return score;
}

/** Improves a child that is new and not hopeless, and puts it in the place of the worst if better. */
function place(matrix: Matrix, state: State, population: Population) {
  const { members, scores, known } = population;
  const worst = scores.indexOf(Math.min(...scores));
  const least = scores[worst] ?? -Infinity;
  const first = scoreOf(matrix, state);
  if (first < least - hopeless * Math.abs(least) || isKnown(known, state))
    return { score: first, isKept: false };
  improved(matrix, state);
  const score = scoreOf(matrix, state);
  if (score <= least || (score > first && isKnown(known, state))) return { score, isKept: false };
  members[worst]?.set(state.columnOf);
  scores[worst] = score;
  return { score, isKept: true };
}

function improved(matrix: Matrix, state: State): void {
  if (shortage(matrix, state) === 0) improve(matrix, state);
}

/** Whether a choice was met before; it is from now on. */
function isKnown(known: Set<string>, state: State): boolean {
  const key = keyOf(state);
  if (known.has(key)) return true;
  known.add(key);
  return false;
}

function scoreOf(matrix: Matrix, state: State): number {
  const short = shortage(matrix, state);
  return short === 0 ? state.value : state.value - 1e12 * (1 + short);
}

/** The columns as characters: cheap to make, and without doubles. */
function keyOf({ columnOf }: State): string {
  return String.fromCharCode(...columnOf.map((column) => column + 1));
}
