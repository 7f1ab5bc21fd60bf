import type { LadderView } from '@evenkeel/contract/why-ladder';
import { ladderGraph, liveOrphans } from '@evenkeel/core/strategy/ladder-records';
import { likelyDuplicates } from '@evenkeel/core/strategy/why-ladder';
import { moment, referenceOf } from '../../platform/db/values.ts';
import type { LadderRecords } from './repository.ts';

export function presentLadders(records: LadderRecords): LadderView {
  const graph = ladderGraph(records);
  const stands = new Set(graph.nodes.map((node) => node.id));
  const rungs = records.rungs.flatMap((rung) => {
    const from = rung.fromProjectId ?? rung.fromAnswerId;
    const to = rung.toAnswerId ?? rung.toGoalId;
    if (from === null || to === null || !stands.has(from) || !stands.has(to)) return [];
    const author = referenceOf(rung.askedBy, rung.askerName);
    return [{ id: rung.id, from, to, question: rung.question, author, at: moment(rung.createdAt) }];
  });
  const used = new Set<string>(rungs.flatMap(({ from, to }) => [from, to]));
  const answers = new Map(records.answers.map((answer) => [answer.id, answer]));
  const idOf = (text: string) => records.answers.find(({ id }) => id === text)?.id;
  return {
    nodes: graph.nodes
      .filter((node) => node.kind !== 'answer' || used.has(node.id))
      .map((node) => {
        const id = idOf(node.id);
        const answer = id === undefined ? undefined : answers.get(id);
        return {
          ...node,
          version: answer?.version ?? null,
          author: answer ? referenceOf(answer.writtenBy, answer.writerName) : null,
        };
      }),
    rungs,
    links: records.links
      .filter(({ projectId, goalId }) => stands.has(projectId) && stands.has(goalId))
      .map(({ projectId, goalId }) => ({ from: projectId, to: goalId })),
    orphans: liveOrphans(records).flatMap(({ id }) => {
      const found = records.initiatives.find((initiative) => initiative.id === id);
      return found ? [{ id: found.id, name: found.name }] : [];
    }),
    duplicates: likelyDuplicates(graph).flatMap(({ kept, merged, similarity }) => {
      const [keptId, mergedId] = [idOf(kept), idOf(merged)];
      const isShown = used.has(kept) && used.has(merged);
      return keptId && mergedId && isShown ? [{ keptId, mergedId, similarity }] : [];
    }),
  };
}
