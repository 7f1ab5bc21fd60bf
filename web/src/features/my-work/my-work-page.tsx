import type { TaskRow } from '@evenkeel/contract/tasks';
import { useMay, useSession } from '../../lib/session.ts';
import { readerToday } from '../../ui/format/date.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { MyActionsPanel } from '../actions/components/my-actions-panel.tsx';
import { ContactsDuePanel } from '../agreements/components/contacts-due-panel.tsx';
import { FollowUpsPanel } from '../interactions/components/follow-ups-panel.tsx';
import { DueKpisPanel } from '../kpis/components/due-kpis-panel.tsx';
import { WarningsPanel } from '../starvation/components/warnings-panel.tsx';
import { useMyTasks } from '../tasks/api.ts';
import { MyTasksPanel } from '../tasks/components/my-tasks-panel.tsx';
import { OwedWeeksPanel } from '../time/timesheets/components/owed-weeks-panel.tsx';
import { dueGroupLabels, tasksByDue } from './model.ts';
import styles from './my-work.module.css';

/** What calls for your attention, of client projects and initiatives alike. */
export function MyWorkPage() {
  const { member } = useSession();
  const mayWrite = useMay('write');
  const isPlanned = member.personId !== null;
  const found = useMyTasks(isPlanned);
  return (
    <Page title="My work">
      <OwedWeeksPanel />
      <WarningsPanel mine />
      <ContactsDuePanel isMine />
      {!isPlanned ? (
        <EmptyState title="Nobody's time is planned with your login">
          Tasks are given to people. Ask an administrator to link your login to a person, under
          Settings, Members; then your tasks stand here.
        </EmptyState>
      ) : (
        <>
          <MyActionsPanel />
          <DueKpisPanel isPlanned={isPlanned} mayWrite={mayWrite} />
          <FollowUpsPanel mayWrite={mayWrite} />
          <Loaded found={found} what="your tasks">
            {({ rows }) => <MyTasks tasks={rows} mayWrite={mayWrite} />}
          </Loaded>
        </>
      )}
    </Page>
  );
}

function MyTasks({ tasks, mayWrite }: { tasks: readonly TaskRow[]; mayWrite: boolean }) {
  if (tasks.length === 0) {
    return (
      <EmptyState
        title="Nothing waits for you"
        actions={
          <AppLink href="/client-projects" className={styles['link']}>
            Go to the client projects
          </AppLink>
        }
      >
        Tasks that somebody gives to you, or that you take, stand here by when they are due.
      </EmptyState>
    );
  }
  return (
    <>
      {tasksByDue(tasks, readerToday()).map(({ group, tasks: own }) => (
        <Section key={group} title={dueGroupLabels[group]} note={String(own.length)}>
          <MyTasksPanel tasks={own} mayWrite={mayWrite} />
        </Section>
      ))}
    </>
  );
}
