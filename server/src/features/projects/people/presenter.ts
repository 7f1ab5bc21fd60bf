import type { ProjectPerson } from '@evenkeel/contract/project-people';
import { integer } from '../../../platform/db/values.ts';
import type { PersonOnProject } from './repository.ts';

export function presentPersonOnProject(row: PersonOnProject): ProjectPerson {
  return {
    person: { id: row.id, name: row.name },
    part: row.part ?? '',
    isNamed: row.part !== null,
    taskCount: integer(row.task_count),
    doneCount: integer(row.done_count),
    overdueCount: integer(row.overdue_count),
    loggedMinutes: integer(row.logged_minutes),
  };
}
