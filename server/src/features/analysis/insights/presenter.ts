import type { InsightView } from '@evenkeel/contract/analysis';
import { optionalMoment, referenceOf } from '../../../platform/db/values.ts';
import type { LinkedInsight } from './service.ts';

export function presentInsight({ insight, links }: LinkedInsight): InsightView {
  return {
    id: insight.id,
    version: insight.version,
    board: { id: insight.board_id, name: insight.board_name, kind: insight.board_kind },
    section: insight.section,
    name: insight.name,
    weight: insight.weight,
    authorId: insight.author_id,
    author: referenceOf(insight.author_id, insight.author_name),
    notedOn: insight.noted_on,
    position: insight.position,
    // Written by this feature only, after the contract has checked it.
    levels: insight.levels as InsightView['levels'],
    share: insight.share,
    growth: insight.growth,
    goals: links.flatMap(({ goal_id: id, goal_name: name }) =>
      id === null ? [] : [{ id, name: name ?? '' }],
    ),
    initiatives: links.flatMap(({ project_id: id, project_name: name, project_state: state }) =>
      id === null || state === null ? [] : [{ id, name: name ?? '', state }],
    ),
    deletedAt: optionalMoment(insight.deleted_at),
  };
}
