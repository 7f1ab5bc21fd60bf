import type { ClientProjectView } from '@evenkeel/contract/projects';
import { recordNumber } from '../../../lib/record-number.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { KindBadge } from '../../../ui/marks/kind-badge.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { WhyDatePanel } from '../../decisions/components/why-date-panel.tsx';
import styles from './project.module.css';

/** What one must know of a client project on each of its tabs, in one line. */
export function ProjectHead({ project }: { readonly project: ClientProjectView }) {
  const { figures, account, projectManager, startOn, endOn, state } = project;
  const isOver = state === 'completed' || state === 'shelved';
  return (
    <div className={styles['head']}>
      <KindBadge kind="client" />
      <span>{recordNumber('client-project', project.number)}</span>
      {account ? (
        <AppLink href={`/accounts/${account.id}`} className={styles['link']}>
          {account.name}
        </AppLink>
      ) : null}
      <span>{projectManager ? <PersonMark person={projectManager} /> : 'No project manager'}</span>
      <span>
        <DateText date={startOn} /> to{' '}
        <DateText date={endOn} {...(isOver ? {} : { lateAfter: readerToday() })} />
        {endOn || figures.taskCount > 0 ? (
          <WhyDatePanel
            subject={{ kind: 'client-project', id: project.id }}
            name={project.name}
            day={endOn}
            whatElse="Why this end?"
          />
        ) : null}
      </span>
      <span>
        {figures.doneCount} of {figures.taskCount} tasks done
        {figures.overdueCount > 0 ? (
          <span className={styles['late']}>, {figures.overdueCount} overdue</span>
        ) : null}
      </span>
      <span>
        {formatHours(figures.loggedMinutes)} logged of {formatHours(figures.estimateMinutes)}
      </span>
      {project.stateReason ? <span>Because: {project.stateReason}</span> : null}
    </div>
  );
}
