import { isLiveInitiative } from './goal-matrix.ts';
import { type LadderGraph, type LadderNode, orphans } from './why-ladder.ts';

/** The ladders of a firm as they are kept; what lies in the trash is left out. */
export type LadderRecords = {
  readonly initiatives: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
  }[];
  readonly goals: readonly { readonly id: string; readonly name: string }[];
  readonly answers: readonly { readonly id: string; readonly text: string }[];
  readonly rungs: readonly {
    readonly fromProjectId: string | null;
    readonly fromAnswerId: string | null;
    readonly toAnswerId: string | null;
    readonly toGoalId: string | null;
  }[];
  /** Goals that projects help, by whatever way that was said. */
  readonly links: readonly { readonly projectId: string; readonly goalId: string }[];
};

/**
 * The ladders as one graph. A goal that an initiative helps without a ladder counts as reached.
 * Rungs and links whose ends are not there are left out.
 */
export function ladderGraph(records: LadderRecords): LadderGraph {
  const nodes: LadderNode[] = [
    ...records.initiatives.map(({ id, name }) => ({ id, kind: 'initiative' as const, text: name })),
    ...records.answers.map(({ id, text }) => ({ id, kind: 'answer' as const, text })),
    ...records.goals.map(({ id, name }) => ({ id, kind: 'goal' as const, text: name })),
  ];
  const stands = new Set(nodes.map((node) => node.id));
  const steps = [
    ...records.rungs.map((rung) => ({
      from: rung.fromProjectId ?? rung.fromAnswerId ?? '',
      to: rung.toAnswerId ?? rung.toGoalId ?? '',
    })),
    ...records.links.map(({ projectId, goalId }) => ({ from: projectId, to: goalId })),
  ];
  return { nodes, steps: steps.filter(({ from, to }) => stands.has(from) && stands.has(to)) };
}

/** Live initiatives that reach no goal: those that are shelved or rejected are left in peace. */
export function liveOrphans(records: LadderRecords): LadderRecords['initiatives'] {
  const lost = new Set(orphans(ladderGraph(records)));
  return records.initiatives.filter(({ id, state }) => isLiveInitiative(state) && lost.has(id));
}
