import { groupedBy } from '../grouping.ts';

/** Questions that lead from a thing done to the goal behind it (ST-19), repeated until it is reached. */
export const ladderQuestions = ['why', 'purpose', 'intention', 'so-what'] as const;
export type LadderQuestion = (typeof ladderQuestions)[number];

/**
 * A point of the graph: an initiative or a goal candidate at the foot, an answer on the way, a goal at
 * the top. Ids are unique across the kinds.
 */
export type LadderNode = {
  readonly id: string;
  readonly kind: 'initiative' | 'answer' | 'goal';
  readonly text: string;
};

/** From a node to what answers a question about it: always one step higher. */
export type LadderStep = {
  readonly from: string;
  readonly to: string;
};

export type LadderGraph = {
  readonly nodes: readonly LadderNode[];
  readonly steps: readonly LadderStep[];
};

/**
 * Whether a step would close a circle: an answer cannot, over others, be the reason for itself. Also
 * true for a step from a goal, since there the ladder ends. Breadth first, O(nodes + steps).
 */
export function closesCircle(graph: LadderGraph, step: LadderStep): boolean {
  if (step.from === step.to) return true;
  const from = graph.nodes.find((node) => node.id === step.from);
  if (from?.kind === 'goal') return true;
  return reachedFrom(graph.steps, step.to).has(step.from);
}

/** Goals at which the ladders of a node end. */
export function goalsReached(graph: LadderGraph, id: string): readonly string[] {
  const reached = reachedFrom(graph.steps, id);
  return graph.nodes
    .filter((node) => node.kind === 'goal' && reached.has(node.id))
    .map((node) => node.id);
}

/** Initiatives whose ladders end at no goal: dead ladders (B05). */
export function orphans(graph: LadderGraph): readonly string[] {
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  const downward = graph.steps.map(({ from, to }) => ({ from: to, to: from }));
  const served = new Set<string>();
  for (const node of graph.nodes) {
    if (node.kind !== 'goal' || served.has(node.id)) continue;
    for (const id of reachedFrom(downward, node.id)) served.add(id);
  }
  return [...kinds]
    .filter(([id, kind]) => kind === 'initiative' && !served.has(id))
    .map(([id]) => id);
}

/** Answers that two or more different ladders climb through: where initiatives meet. */
export function meetingPoints(graph: LadderGraph): ReadonlyMap<string, readonly string[]> {
  const initiatives = graph.nodes.filter((node) => node.kind === 'initiative');
  const meetings = new Map<string, string[]>();
  for (const { id } of initiatives) {
    for (const reached of reachedFrom(graph.steps, id)) {
      if (reached === id) continue;
      const known = meetings.get(reached);
      if (known) known.push(id);
      else meetings.set(reached, [id]);
    }
  }
  return new Map([...meetings].filter(([, feet]) => feet.length > 1));
}

/** Two answers that say the same, most likely. */
export type LikelyDuplicate = {
  readonly kept: string;
  readonly merged: string;
  /** 0 to 1. */
  readonly similarity: number;
};

/** From here on two answers are proposed as one. */
const likelySame = 0.6;

/**
 * Pairs of answers that most likely say the same, the likeliest first; merged only when a person says
 * so. Only pairs whose merger keeps the graph free of circles. The older of two is kept: nodes come in
 * the order they were made.
 */
export function likelyDuplicates(graph: LadderGraph): readonly LikelyDuplicate[] {
  const answers = graph.nodes.filter((node) => node.kind === 'answer');
  const pairs: LikelyDuplicate[] = [];
  answers.forEach((kept, index) => {
    for (const merged of answers.slice(index + 1)) {
      const similarity = sameness(kept.text, merged.text);
      if (similarity < likelySame || !canMerge(graph, kept.id, merged.id)) continue;
      pairs.push({ kept: kept.id, merged: merged.id, similarity });
    }
  });
  return pairs.toSorted((a, b) => b.similarity - a.similarity);
}

/** Whether two answers can become one: neither is, over others, the reason for the other. */
export function canMerge(graph: LadderGraph, one: string, other: string): boolean {
  if (one === other) return false;
  const isAnswer = (id: string) =>
    graph.nodes.some((node) => node.id === id && node.kind === 'answer');
  return (
    isAnswer(one) &&
    isAnswer(other) &&
    !reachedFrom(graph.steps, one).has(other) &&
    !reachedFrom(graph.steps, other).has(one)
  );
}

/** The graph with two answers made one: every step of the merged is a step of the kept, each once. */
export function merged(graph: LadderGraph, kept: string, gone: string): LadderGraph {
  const moved = graph.steps.map(({ from, to }) => ({
    from: from === gone ? kept : from,
    to: to === gone ? kept : to,
  }));
  const once = groupedBy(moved, ({ from, to }) => `${from} ${to}`);
  return {
    nodes: graph.nodes.filter((node) => node.id !== gone),
    steps: [...once.values()].flatMap(([first]) => (first ? [first] : [])),
  };
}

/**
 * How alike two answers are, 0 to 1: the share of word stems they have in common (Jaccard, 1901),
 * without the words that every answer has; 1 for the same words in any order.
 * @example sameness('We want more recurring income', 'More income that recurs') // 1
 */
export function sameness(one: string, other: string): number {
  const [a, b] = [stems(one), stems(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((stem) => b.has(stem)).length;
  return common / (a.size + b.size - common);
}

/** Everything that can be climbed to from a node, the node itself among it. */
function reachedFrom(steps: readonly LadderStep[], start: string): ReadonlySet<string> {
  const above = groupedBy(steps, (step) => step.from);
  const reached = new Set([start]);
  for (const id of reached) {
    // A set that grows while it is walked is walked to its end.
    for (const step of above.get(id) ?? []) reached.add(step.to);
  }
  return reached;
}

const wordsOfEveryAnswer = new Set(
  'a an and are as at be because become by can do each every for from get has have if in into is it its more need of on or our so that the their them then they this to us want we what when which who will with would wants needs should must also than becomes becoming'.split(
    ' ',
  ),
);

/** Stems of the words that matter: small letters without accents, common English endings cut. */
function stems(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '' && !wordsOfEveryAnswer.has(word));
  return new Set(words.map(stem));
}

/** A word without its ending, never shorter than four letters: enough to tell `recurring` and `recurs` alike. */
function stem(word: string): string {
  const cut = word.replace(/(?:ingly|edly|ings|ing|ies|ied|ed|es|ly|s)$/, '');
  const whole = cut.length >= 4 ? cut : word;
  return whole.replace(/([bdfgmnprt])\1$/, '$1').replace(/(?<=.{4})[ey]$/, '');
}
