import type { LadderView } from '@evenkeel/contract/why-ladder';
import { type LadderQuestion, ladderQuestions, sameness } from '@evenkeel/core/strategy/why-ladder';

export type LadderNode = LadderView['nodes'][number];
export type LadderRung = LadderView['rungs'][number];

/** The questions as they are asked on a rung (ST-19). */
export const questionLabels: Record<LadderQuestion, string> = {
  why: 'Why?',
  purpose: 'For what purpose?',
  intention: 'With what intention?',
  'so-what': 'So what?',
};

/** The questions as somebody asks them about what was just said. */
export const questionSentences: Record<LadderQuestion, (about: string) => string> = {
  why: (about) => `Why “${about}”?`,
  purpose: (about) => `For what purpose or reason: “${about}”?`,
  intention: (about) => `With what intention or motivation: “${about}”?`,
  'so-what': (about) => `“${about}”: so what?`,
};

export const questionChoices = ladderQuestions.map((value) => ({
  value,
  label: questionLabels[value],
}));

/** One place of a level: a node, or a line that only passes through. */
export type LadderPlace = { readonly node: LadderNode | null; readonly key: string };

/** A line between neighbouring levels, by the places it joins; the lower level first. */
export type LadderLine = {
  readonly from: number;
  readonly to: number;
  /** On the part of a rung that leaves its foot. */
  readonly rung: LadderRung | null;
};

export type LadderDrawing = {
  /** The foot first. */
  readonly levels: readonly (readonly LadderPlace[])[];
  /** Lines from each level to the next. */
  readonly lines: readonly (readonly LadderLine[])[];
};

type Step = { readonly from: string; readonly to: string; readonly rung: LadderRung | null };

/**
 * The ladder of one initiative in levels: each node stands one above the highest that leads to it
 * (longest path, Sugiyama 1981), goals on the top one; a line over several levels passes through a
 * place on each.
 */
export function ladderDrawing(ladders: LadderView, footId: string): LadderDrawing {
  const steps = stepsAbove(ladders, footId);
  const heights = heightsOf(steps, footId);
  const top = Math.max(0, ...heights.values());
  const nodes = new Map(ladders.nodes.map((node) => [node.id, node]));
  for (const id of heights.keys()) if (nodes.get(id)?.kind === 'goal') heights.set(id, top);
  const levels: LadderPlace[][] = Array.from({ length: top + 1 }, () => []);
  for (const [id, height] of heights) {
    const node = nodes.get(id);
    if (node) levels[height]?.push({ node, key: id });
  }
  const lines: LadderLine[][] = Array.from({ length: top }, () => []);
  for (const step of steps) draw(step, heights, { levels, lines });
  return { levels, lines };
}

/** Draws a step level by level, through a place of its own on each level between its ends. */
function draw(
  step: Step,
  heights: ReadonlyMap<string, number>,
  { levels, lines }: { readonly levels: LadderPlace[][]; readonly lines: LadderLine[][] },
): void {
  const [low, high] = [heights.get(step.from) ?? 0, heights.get(step.to) ?? 0];
  let below = step.from;
  for (let level = low; level < high; level += 1) {
    const isLast = level + 1 === high;
    const above = isLast ? step.to : `${step.from} ${step.to} ${level}`;
    if (!isLast) levels[level + 1]?.push({ node: null, key: above });
    lines[level]?.push({
      from: placeOf(levels, level, below),
      to: placeOf(levels, level + 1, above),
      rung: level === low ? step.rung : null,
    });
    below = above;
  }
}

/** From where the ladder of an initiative is climbed next: its highest answer that leads nowhere yet. */
export function nextFoothold(ladders: LadderView, footId: string): string {
  const { levels } = ladderDrawing(ladders, footId);
  const asked = new Set(ladders.rungs.map((rung) => rung.from));
  const open = levels
    .flat()
    .flatMap(({ node }) => (node?.kind === 'answer' && !asked.has(node.id) ? [node.id] : []));
  return open.at(-1) ?? footId;
}

/** Answers and goals that say much the same as what was typed, the likeliest first. */
export function alikeNodes(
  ladders: LadderView,
  typed: string,
  except: ReadonlySet<string>,
): readonly LadderNode[] {
  if (typed.trim() === '') return [];
  return ladders.nodes
    .filter((node) => node.kind !== 'initiative' && !except.has(node.id))
    .map((node) => ({ node, likeness: sameness(node.text, typed) }))
    .filter(({ likeness }) => likeness >= 0.3)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 4)
    .map(({ node }) => node);
}

/** Everything on the ladder of an initiative, itself among it. */
export function onLadder(ladders: LadderView, footId: string): ReadonlySet<string> {
  return new Set(heightsOf(stepsAbove(ladders, footId), footId).keys());
}

/** Other initiatives that climb through a node. */
export function othersThrough(
  ladders: LadderView,
  nodeId: string,
  footId: string,
): readonly LadderNode[] {
  return ladders.nodes.filter(
    (node) =>
      node.kind === 'initiative' && node.id !== footId && onLadder(ladders, node.id).has(nodeId),
  );
}

function placeOf(levels: readonly (readonly LadderPlace[])[], level: number, key: string): number {
  return levels[level]?.findIndex((place) => place.key === key) ?? 0;
}

/** The steps that can be climbed from a foot; a link beside a ladder to the same goal is left out. */
function stepsAbove(ladders: LadderView, footId: string): readonly Step[] {
  const climbed = reach(
    ladders.rungs.map((rung) => ({ from: rung.from, to: rung.to, rung })),
    footId,
  );
  const reached = new Set(climbed.map((step) => step.to));
  const links = ladders.links
    .filter(({ from, to }) => from === footId && !reached.has(to))
    .map(({ from, to }) => ({ from, to, rung: null }));
  return [...climbed, ...links];
}

function reach(steps: readonly Step[], footId: string): readonly Step[] {
  const seen = new Set([footId]);
  const found: Step[] = [];
  for (const id of seen) {
    for (const step of steps.filter((one) => one.from === id)) {
      found.push(step);
      seen.add(step.to);
    }
  }
  return found;
}

/** Longest way from the foot to each node; the steps hold no circle. */
function heightsOf(steps: readonly Step[], footId: string): Map<string, number> {
  const heights = new Map([[footId, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of steps) {
      const height = (heights.get(from) ?? 0) + 1;
      if (height <= (heights.get(to) ?? 0) || height > steps.length) continue;
      heights.set(to, height);
      changed = true;
    }
  }
  return heights;
}
