import type { ProjectId } from '@evenkeel/core/id';
import { type ClientFacts, reportWeek } from '@evenkeel/core/status-reports/client-facts';
import type { Subject } from '@evenkeel/core/subject';
import { asReaderOf, type Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

/**
 * What the client of a project can see of it, for a report: read as `evenkeel_client`, so that nothing
 * internal can come along, whatever a later query asks for (B11).
 */
export async function readClientFacts(scope: Scope, projectId: ProjectId): Promise<ClientFacts> {
  return asReaderOf(scope, projectId, async (reader) => {
    const week = reportWeek(reader.today);
    return {
      project: (await repository.findProjectName(reader, projectId)) ?? '',
      week,
      today: reader.today,
      ...(await repository.listItems(reader, projectId, week)),
      decisions: [],
      notices: [],
      slips: [],
    };
  });
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
