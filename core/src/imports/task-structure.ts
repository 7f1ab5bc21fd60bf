import { groupedBy } from '../grouping.ts';
import type { DependencyType } from '../projects/dependency.ts';
import type { ListedLink, ListedTask } from './task-list.ts';
import { option, raiseProblem, type TaskNotes } from './task-notes.ts';

/** Tasks whose parents are among them and that are not part of themselves; the others stand at the top. */
export function withSoundParents(tasks: readonly ListedTask[], notes: TaskNotes): ListedTask[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const parents = new Map(tasks.map(({ key, parentKey }) => [key, parentKey]));
  return tasks.map((task) => {
    const { key, parentKey } = task;
    if (parentKey === null) return task;
    const isMissing = !byKey.has(parentKey);
    if (!isMissing && !isBelowItself(key, parents)) return task;
    parents.set(key, null);
    const code = isMissing ? 'parent-missing' : 'parent-loop';
    raiseProblem(
      notes,
      { row: task.row, field: 'Part of', value: parentKey },
      {
        key: code,
        code,
        title: isMissing
          ? 'Parts of tasks that do not come in'
          : 'Tasks that are part of themselves',
        message: isMissing
          ? 'The task above is not in the file, or is left out.'
          : 'Going up from them one comes back to them.',
        options: [option('empty', 'Let them stand at the top')],
      },
    );
    return { ...task, parentKey: null };
  });
}

/** Tasks in the file's order, but each right behind what it is part of. Their parents must be sound. */
export function asTree(tasks: readonly ListedTask[]): ListedTask[] {
  const below = groupedBy(tasks, ({ parentKey }) => parentKey);
  const sorted: ListedTask[] = [];
  const waiting = [...(below.get(null) ?? [])].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    sorted.push(next);
    waiting.push(...[...(below.get(next.key) ?? [])].reverse());
  }
  return sorted;
}

function isBelowItself(key: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([key]);
  for (let at = parents.get(key) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === key) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

type Places = readonly { readonly key: string; readonly parentKey: string | null }[];

/**
 * Links that close no loop, those first that stand first: each end of a task is a point, a task with
 * parts begins with the first and ends with the last of them. Others are raised. What lies on no loop
 * is trimmed away from both sides, in O(tasks + links); only what is left is searched.
 */
export function withoutLoops(
  places: Places,
  links: readonly ListedLink[],
  notes: TaskNotes,
): ListedLink[] {
  const tree = places.flatMap(({ key, parentKey }) => [
    edge(`s ${key}`, `f ${key}`),
    ...(parentKey === null
      ? []
      : [edge(`s ${parentKey}`, `s ${key}`), edge(`f ${key}`, `f ${parentKey}`)]),
  ]);
  const culprits = closing(trimmed([...tree, ...links.map(linkEdge)]));
  for (const culprit of culprits) raiseLoop(notes, culprit);
  return links.filter((link) => !culprits.has(link));
}

function raiseLoop(notes: TaskNotes, { row, predecessorKey, successorKey }: ListedLink): void {
  raiseProblem(
    notes,
    { row, field: 'Links', value: `${predecessorKey} → ${successorKey}` },
    {
      key: 'link-loop',
      code: 'link-loop',
      title: 'Links that go round in a circle',
      message: 'With them tasks would wait for themselves.',
      options: [option('empty', 'Leave these links out')],
    },
  );
}

type Edge = { readonly from: string; readonly to: string; readonly link: ListedLink | null };

const ends: Readonly<Record<DependencyType, readonly [string, string]>> = {
  'finish-start': ['f', 's'],
  'start-start': ['s', 's'],
  'finish-finish': ['f', 'f'],
  'start-finish': ['s', 'f'],
};

function edge(from: string, to: string): Edge {
  return { from, to, link: null };
}

function linkEdge(link: ListedLink): Edge {
  const [before, after] = ends[link.type];
  return { from: `${before} ${link.predecessorKey}`, to: `${after} ${link.successorKey}`, link };
}

/** Edges that are left when points without a way in, or without a way out, are taken away again and again. */
function trimmed(edges: readonly Edge[]): readonly Edge[] {
  const forward = peeled(edges, 'to', 'from');
  return peeled(forward, 'from', 'to');
}

function peeled(edges: readonly Edge[], near: 'from' | 'to', far: 'from' | 'to'): readonly Edge[] {
  const counts = new Map<string, number>();
  const leaving = new Map<string, Edge[]>();
  for (const one of edges) {
    counts.set(one[near], (counts.get(one[near]) ?? 0) + 1);
    const own = leaving.get(one[far]);
    if (own) own.push(one);
    else leaving.set(one[far], [one]);
  }
  const gone = new Set<string>();
  const waiting = [...leaving.keys()].filter((point) => !counts.has(point));
  for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
    gone.add(point);
    for (const one of leaving.get(point) ?? []) {
      const left = (counts.get(one[near]) ?? 0) - 1;
      counts.set(one[near], left);
      if (left === 0) waiting.push(one[near]);
    }
  }
  return edges.filter((one) => !gone.has(one[far]));
}

/** Links that would close a loop with what stands before them. */
function closing(edges: readonly Edge[]): Set<ListedLink> {
  const next = new Map<string, string[]>();
  const culprits = new Set<ListedLink>();
  const inOrder = [...edges].sort((a, b) => Number(a.link !== null) - Number(b.link !== null));
  for (const { from, to, link } of inOrder) {
    if (link !== null && isReached(to, from, next)) culprits.add(link);
    else next.set(from, [...(next.get(from) ?? []), to]);
  }
  return culprits;
}

function isReached(
  from: string,
  goal: string,
  next: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set([from]);
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true;
    for (const to of next.get(at) ?? [])
      if (!seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
  }
  return false;
}
