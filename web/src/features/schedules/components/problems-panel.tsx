import type { ProjectId } from '@evenkeel/core/id';
import { IconAlertTriangle } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useSchedule } from '../api.ts';
import { problemWords } from '../model.ts';
import styles from './schedules.module.css';

/** What the plan of a project cannot keep, named; nothing where all is well (PM-08). */
export function ScheduleProblemsPanel({ projectId }: { readonly projectId: ProjectId }) {
  const plan = useSchedule(projectId).data;
  const problems = plan?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className={styles['problems']} aria-label="Problems of the schedule">
      {problems.map((problem) => {
        const [first] = problem.tasks;
        return (
          <li key={`${problem.kind} ${first?.id}`}>
            <IconAlertTriangle size={15} aria-hidden />
            <span>{problemWords(problem, plan)}</span>
            {first ? <AppLink href={`/tasks/${first.id}`}>Open</AppLink> : null}
          </li>
        );
      })}
    </ul>
  );
}
