import type { GanttLink, GanttTask } from './gantt-task.ts';

/** Tasks in the order of their tree, with what is known of each by its place in that order. */
export type GanttOutline = {
  readonly tasks: readonly GanttTask[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** 0: stands at the top. */
  readonly depths: Int32Array;
  /** How many stand below. */
  readonly below: Int32Array;
  /** Place of the parent; -1: none. */
  readonly parents: Int32Array;
  /** Number in the work breakdown structure, as `2.1.3`. */
  readonly numbers: readonly string[];
};

/** The lines that are shown, by place in the outline, and the line each task is found on. */
export type GanttRows = {
  readonly shown: Int32Array;
  /** Of a task that is folded away: the line of what it is folded into; -1: filtered out. */
  readonly rowOf: Int32Array;
};

/** Links with the places of their ends. */
export type PlacedLink = { readonly link: GanttLink; readonly from: number; readonly to: number };

/**
 * The tree of tasks in the order given, children behind their parent. One whose parent is not among
 * them, or is itself below it, stands at the top. Complexity: O(n).
 */
export function outlineOf(given: readonly GanttTask[]): GanttOutline {
  const children = childrenOf(given);
  const tasks: GanttTask[] = [];
  const count = given.length;
  const depths = new Int32Array(count);
  const below = new Int32Array(count);
  const parents = new Int32Array(count).fill(-1);
  const numbers: string[] = [];
  const add = (task: GanttTask, parent: number, number: string): void => {
    const index = tasks.push(task) - 1;
    parents[index] = parent;
    depths[index] = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    numbers[index] = number;
    let nth = 0;
    for (const child of children.get(task.id) ?? []) {
      nth += 1;
      add(child, index, `${number}.${nth}`);
    }
    below[index] = tasks.length - index - 1;
  };
  for (const [place, task] of (children.get(null) ?? []).entries()) add(task, -1, `${place + 1}`);
  const indexOf = new Map(tasks.map((task, index) => [task.id, index]));
  return { tasks, indexOf, depths, below, parents, numbers };
}

/** Which lines a filter leaves; what leads to a line stays with it. */
export type RowFilter = (task: GanttTask) => boolean;

/** The lines that are shown: none below what is folded, and only what passes the filter. */
export function rowsOf(
  outline: GanttOutline,
  folded: ReadonlySet<string>,
  filter: RowFilter | null,
): GanttRows {
  const { tasks, below } = outline;
  const passes = filter ? passing(outline, filter) : null;
  const rowOf = new Int32Array(tasks.length).fill(-1);
  const shown: number[] = [];
  for (let index = 0; index < tasks.length; index += 1) {
    const task = tasks[index];
    if (!task || (passes && passes[index] === 0)) continue;
    const row = shown.push(index) - 1;
    rowOf[index] = row;
    if (!folded.has(task.id)) continue;
    const last = index + (below[index] ?? 0);
    while (index < last) {
      index += 1;
      rowOf[index] = passes && passes[index] === 0 ? -1 : row;
    }
  }
  return { shown: Int32Array.from(shown), rowOf };
}

/** Links of which both ends are known. */
export function placedLinks(outline: GanttOutline, links: readonly GanttLink[]): PlacedLink[] {
  return links.flatMap((link) => {
    const from = outline.indexOf.get(link.from);
    const to = outline.indexOf.get(link.to);
    return from === undefined || to === undefined ? [] : [{ link, from, to }];
  });
}

const typeSigns = {
  'finish-start': '',
  'start-start': ' SS',
  'finish-finish': ' FF',
  'start-finish': ' SF',
} as const;

/** What each task waits for, as its number with the kind of link, by place. */
export function predecessorTexts(
  outline: GanttOutline,
  links: readonly PlacedLink[],
): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { link, from, to } of links) {
    const text = `${outline.numbers[from]}${typeSigns[link.type]}${link.lag ? ` ${link.lag}` : ''}`;
    const before = texts.get(to);
    texts.set(to, before ? `${before}, ${text}` : text);
  }
  return texts;
}

function childrenOf(given: readonly GanttTask[]): ReadonlyMap<string | null, GanttTask[]> {
  const byId = new Map(given.map((task) => [task.id, task]));
  const children = new Map<string | null, GanttTask[]>();
  for (const task of given) {
    const parent = isRooted(task, byId) ? task.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(task);
    else children.set(parent, [task]);
  }
  return children;
}

/** Whether going up from a task ends at the top; a ring of parents would be lost otherwise. */
function isRooted(task: GanttTask, byId: ReadonlyMap<string, GanttTask>): boolean {
  if (task.parentId === null || !byId.has(task.parentId)) return false;
  let steps = 0;
  for (let at = byId.get(task.parentId); at; at = at.parentId ? byId.get(at.parentId) : undefined) {
    if (at.id === task.id || steps > 100) return false;
    steps += 1;
  }
  return true;
}

function passing({ tasks, parents }: GanttOutline, filter: RowFilter): Uint8Array {
  const passes = new Uint8Array(tasks.length);
  for (const [index, task] of tasks.entries()) {
    if (!filter(task)) continue;
    for (let at = index; at >= 0 && passes[at] === 0; at = parents[at] ?? -1) passes[at] = 1;
  }
  return passes;
}
