import type {
  MilpControls,
  MilpModel,
  MilpOutcome,
  MilpProgress,
  MilpSolver,
  RelaxedOutcome,
} from './milp.ts';

/**
 * What is used of the npm package `highs` (1.15, MIT), as `await loadHighs()` returns it. Loading is
 * the caller's part, since it reads a file or fetches one.
 */
export type Highs = {
  readonly infinity: number;
  readonly createModel: (source: HighsModelData) => HighsModel;
};

type HighsModelData = {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: {
    readonly format: 'csr';
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
  readonly integrality?: Int32Array;
};

type HighsModel = {
  readonly options: {
    set(options: Readonly<Record<string, boolean | number | string>>): unknown;
  };
  readonly info: { get(name: string): number | bigint };
  setSolution(solution: { readonly colValue: Float64Array }): unknown;
  run(callbacks?: HighsCallbacks): unknown;
  getModelStatus(): number;
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  getObjectiveValue(): number;
  dispose(): void;
};

/** By callback type: 4 an improving solution, 5 a line of the log, 6 a moment to interrupt. */
type HighsCallbacks = {
  readonly 4?: (event: { readonly data: HighsCallbackData }) => undefined;
  readonly 5?: (event: { readonly data: HighsCallbackData }) => undefined;
  readonly 6?: (event: { readonly data: HighsCallbackData; interrupt(): void }) => undefined;
};

type HighsCallbackData = {
  readonly mip_primal_bound?: number;
  readonly mip_dual_bound?: number;
  readonly mip_node_count?: bigint | number;
};

/** `HighsModelStatus` of HiGHS 1.15. A program in bounded columns is never unbounded. */
const optimal = 7;
const infeasible: readonly number[] = [8, 9];

/** `primal_solution_status` when a point keeps every row. */
const hasPoint = 2;

/** HiGHS minimises by default: values go in with the other sign and come out with it. */
export function highsSolver(highs: Highs): MilpSolver {
  return {
    solve: (model, controls) =>
      withoutColumns(model) ?? withModel(highs, model, true, (run) => solved(run, controls)),
    relax: (model) => withModel(highs, model, false, relaxed),
  };
}

/** Nothing to decide, which HiGHS calls neither optimal nor infeasible: each row's sum is 0. */
function withoutColumns({ values, rows }: MilpModel): MilpOutcome | null {
  if (values.length > 0) return null;
  if (rows.some(({ upper }) => upper < 0)) return { status: 'infeasible' };
  return { status: 'optimal', point: [], bound: 0, nodes: 0 };
}

/** The native model lives outside the garbage collector, so it is always disposed of. */
function withModel<T>(
  highs: Highs,
  model: MilpModel,
  isInteger: boolean,
  use: (run: HighsModel) => T,
): T {
  const run = highs.createModel(modelData(highs, model, isInteger));
  try {
    return use(run);
  } finally {
    run.dispose();
  }
}

function solved(run: HighsModel, controls: MilpControls): MilpOutcome {
  run.options.set({
    output_flag: false,
    mip_rel_gap: controls.relativeGap,
    mip_abs_gap: controls.absoluteGap,
    random_seed: controls.seed,
    ...(controls.seconds === Infinity ? {} : { time_limit: Math.max(0, controls.seconds) }),
  });
  if (controls.start) run.setSolution({ colValue: Float64Array.from(controls.start) });
  const tell = ({ data }: { readonly data: HighsCallbackData }): undefined => {
    controls.onProgress(progressOf(data));
  };
  run.run({
    4: tell,
    5: tell,
    6: (event) => {
      if (controls.shouldStop()) event.interrupt();
    },
  });
  const status = run.getModelStatus();
  if (infeasible.includes(status)) return { status: 'infeasible' };
  const bound = -Number(run.info.get('mip_dual_bound'));
  const nodes = Number(run.info.get('mip_node_count'));
  if (Number(run.info.get('primal_solution_status')) !== hasPoint)
    return { status: 'unknown', bound, nodes };
  return {
    status: status === optimal ? 'optimal' : 'feasible',
    point: run.getSolution().colValue,
    bound,
    nodes,
  };
}

function progressOf(data: HighsCallbackData): MilpProgress {
  return {
    value: -(data.mip_primal_bound ?? Infinity),
    bound: -(data.mip_dual_bound ?? -Infinity),
    nodes: Number(data.mip_node_count ?? 0),
  };
}

function relaxed(run: HighsModel): RelaxedOutcome {
  run.options.set({ output_flag: false });
  run.run();
  const status = run.getModelStatus();
  if (infeasible.includes(status)) return { status: 'infeasible' };
  if (status !== optimal) return { status: 'unknown' };
  const { colValue, rowDual } = run.getSolution();
  return {
    status: 'optimal',
    value: -run.getObjectiveValue(),
    point: colValue,
    rowPrices: rowDual.map((dual) => Math.max(0, -dual)),
  };
}

function modelData(highs: Highs, model: MilpModel, isInteger: boolean): HighsModelData {
  const numCols = model.values.length;
  const numRows = model.rows.length;
  const starts = new Int32Array(numRows + 1);
  for (const [row, { columns }] of model.rows.entries())
    starts[row + 1] = (starts[row] ?? 0) + columns.length;
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(model.values, (value) => -value),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts,
      indices: Int32Array.from(model.rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(model.rows.flatMap(({ coefficients }) => coefficients)),
    },
    ...(isInteger ? { integrality: new Int32Array(numCols).fill(1) } : {}),
  };
}
