import { groupedBy, sumOf } from '../grouping.ts';

/** A task as the tree of a plan sees it. */
export type TreeTask = {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
};

/** A task with its depth (0: no parent) and how many stand below it. */
export type TreeLine<Task> = {
  readonly task: Task;
  readonly depth: number;
  readonly below: number;
};

/**
 * Tasks in the order of the tree: each followed by its sub-tasks, siblings by position. A task whose
 * parent is not among them stands at the top. Complexity: O(n log n).
 */
export function treeOrder<Task extends TreeTask>(tasks: readonly Task[]): TreeLine<Task>[] {
  const known = new Set(tasks.map((task) => task.id));
  const sorted = tasks.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const children = groupedBy(sorted, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const lines: { task: Task; depth: number; below: number }[] = [];
  const add = (task: Task, depth: number) => {
    const line = { task, depth, below: 0 };
    const index = lines.push(line);
    for (const child of children.get(task.id) ?? []) add(child, depth + 1);
    line.below = lines.length - index;
  };
  for (const task of children.get(null) ?? []) add(task, 0);
  return lines;
}

/** What the sub-tasks of a task add up to; its own hours are not among them. */
export type RollUp = {
  readonly taskCount: number;
  readonly doneCount: number;
  readonly estimateMinutes: number;
};

type CountedTask = TreeTask & {
  readonly state: string;
  readonly estimateMinutes: number | null;
};

/**
 * The hours of a plan, counted once: a task with sub-tasks carries none of its own, they stand on the
 * leaves of the tree.
 */
export function leafEstimate(tasks: readonly CountedTask[]): number {
  const parents = new Set(tasks.map((task) => task.parentId));
  return sumOf(tasks, (task) => (parents.has(task.id) ? 0 : (task.estimateMinutes ?? 0)));
}

/** What stands below each task that has sub-tasks, leaves only. */
export function rollUps(tasks: readonly CountedTask[]): Map<string, RollUp> {
  const lines = treeOrder(tasks);
  const sums = new Map<string, RollUp>();
  for (const [index, { task, below }] of lines.entries()) {
    if (below === 0) continue;
    const leaves = lines
      .slice(index + 1, index + 1 + below)
      .filter((line) => line.below === 0)
      .map((line) => line.task);
    sums.set(task.id, {
      taskCount: leaves.length,
      doneCount: leaves.filter((leaf) => leaf.state === 'done').length,
      estimateMinutes: sumOf(leaves, (leaf) => leaf.estimateMinutes ?? 0),
    });
  }
  return sums;
}
