import type { ProjectId } from '@evenkeel/core/id';
import { type AnticipatedQuestion, anticipate } from '@evenkeel/core/questions/anticipate';
import { hoursUsed } from '@evenkeel/core/status-reports/internal-facts';
import { portalLanguage } from '@evenkeel/core/words/language';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { getProject } from '../../projects/service.ts';
import { readClientFacts, readRejected } from '../../report-facts/service.ts';
import { findTalk } from './repository.ts';

/** Days without a word after which a client wonders, unless the account says otherwise. */
const usualQuietDays = 7;

/** What the state of a project makes its client ask, in their language. */
export async function anticipateFor(
  scope: Scope,
  projectId: ProjectId,
): Promise<AnticipatedQuestion[]> {
  const talk = await findTalk(scope, projectId);
  if (!talk) throw new AppError('not-found', 'There is no such client project.');
  const { figures, project } = await getProject(scope, projectId);
  // What has not begun or is over makes nobody ask.
  if (project.state !== 'executing') return [];
  return anticipate(
    {
      client: await readClientFacts(scope, projectId),
      rejected: await readRejected(scope, projectId),
      hoursUsed: hoursUsed(figures),
      showsHours: talk.portal_shows.includes('used-hours'),
      heardOn: talk.heard_on,
      quietAfterDays: talk.cadence_days ?? usualQuietDays,
    },
    portalLanguage(talk.language),
  );
}
