import type { ProjectId } from '@evenkeel/core/id';
import {
  type ClientFacts,
  reportWeek,
  type ToldSlip,
} from '@evenkeel/core/status-reports/client-facts';
import { type Subject, subjectKey } from '@evenkeel/core/subject';
import { asReaderOf, type Scope } from '../../platform/db/scope.ts';
import { readSmallSlips } from '../delay-notices/service.ts';
import * as repository from './repository.ts';

/**
 * What the client of a project can see of it, for a report: read as `evenkeel_client`, so that nothing
 * internal can come along, whatever a later query asks for (B11). One thing is told beside it: forecasts
 * that leave a told day by no more than the agreed tolerance, of what the client sees (B07).
 */
export async function readClientFacts(scope: Scope, projectId: ProjectId): Promise<ClientFacts> {
  const slips = await smallSlips(scope, projectId);
  return asReaderOf(scope, projectId, async (reader) => {
    const week = reportWeek(reader.today);
    return {
      project: (await repository.findProjectName(reader, projectId)) ?? '',
      week,
      today: reader.today,
      ...(await repository.listItems(reader, projectId, week)),
      decisions: await repository.listDecisions(reader, projectId, week.from),
      notices: await repository.listOpenNotices(reader, projectId),
      slips,
    };
  });
}

/** Later than told, within the tolerance, of what the client sees: name and both days, nothing else. */
async function smallSlips(scope: Scope, projectId: ProjectId): Promise<ToldSlip[]> {
  const { slips } = await readSmallSlips(scope, projectId);
  const later = slips.filter(({ slipDays }) => slipDays > 0);
  const subjectOf = ({ promise }: (typeof later)[number]): Subject => ({
    kind: promise.subject_kind,
    id: promise.subject_id,
  });
  const seen = await visibleTo(scope, projectId, later.map(subjectOf));
  return later
    .filter((slip) => seen.has(subjectKey(subjectOf(slip))))
    .map(({ promise, promised, forecast }) => ({
      id: promise.subject_id,
      name: promise.wording,
      fromOn: promised,
      toOn: forecast,
    }));
}

/** Which of some records the client of a project sees, by `subjectKey`. */
export function visibleTo(
  scope: Scope,
  projectId: ProjectId,
  subjects: readonly Subject[],
): Promise<ReadonlySet<string>> {
  return asReaderOf(scope, projectId, (reader) => repository.findVisible(reader, subjects));
}

/** Deliverables that the client of a project sent back and that have not come again. */
export function readRejected(scope: Scope, projectId: ProjectId) {
  return asReaderOf(scope, projectId, (reader) => repository.listRejected(reader, projectId));
}
