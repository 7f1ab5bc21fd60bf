import type { TeamView } from '@evenkeel/contract/people';
import { integer } from '../../../platform/db/values.ts';
import type { TeamRecord } from './repository.ts';

export function presentTeam(team: TeamRecord): TeamView {
  return {
    id: team.id,
    version: team.version,
    name: team.name,
    peopleCount: integer(team.people_count ?? 0),
  };
}
