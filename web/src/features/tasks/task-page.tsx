import { type TaskView, tasks } from '@evenkeel/contract/tasks';
import type { TaskId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Fragment } from 'react';
import { recordNumber } from '../../lib/record-number.ts';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { KindBadge } from '../../ui/marks/kind-badge.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { DocumentField, TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { MilestonePanel } from '../milestones/components/milestone-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { checkMoves, mayMoveOthers } from '../schedules/api.ts';
import { TaskSchedulePanel } from '../schedules/components/task-schedule-panel.tsx';
import { useTimer } from '../time/api.ts';
import { type TaskChange, useTask, useTaskWrite } from './api.ts';
import { ChecklistPanel } from './components/checklist-panel.tsx';
import { DependenciesPanel } from './components/dependencies-panel.tsx';
import { RecurrencePanel } from './components/recurrence-panel.tsx';
import { SubTasksPanel } from './components/sub-tasks-panel.tsx';
import { TaskFields } from './components/task-fields.tsx';
import styles from './components/task-parts.module.css';
import { TaskStateMenu } from './components/task-state-menu.tsx';

const list = { label: 'My work', href: '/my-work' };

/** One task of either kind of work. */
export function TaskPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('taskId') as TaskId;
  const found = useTask(id);
  return (
    <LoadedRecord found={found} noun="task" list={list}>
      {(task) => <OpenTask key={id} task={task} />}
    </LoadedRecord>
  );
}

function OpenTask({ task }: { readonly task: TaskView }) {
  const params = { id: task.id };
  const update = useTaskWrite(tasks.update);
  const { save, state } = useSaving<TaskChange>(task.version, (body, version) =>
    update.mutateAsync({ params, version, body }),
  );
  const mayWrite = useMay('write') && task.deletedAt === null;
  const saveAsked = async (change: TaskChange): Promise<void> => {
    if (mayMoveOthers(change)) await checkMoves([{ kind: 'task', id: task.id, change }]);
    await save(change);
  };
  const { project } = task;
  const home = project.kind === 'client' ? 'client-projects' : 'initiatives';
  const lists = { client: 'Client projects', initiative: 'Initiatives' };
  return (
    <Page
      title={task.name}
      breadcrumbs={[
        { label: lists[project.kind], href: `/${home}` },
        { label: project.name, href: `/${home}/${project.id}` },
      ]}
      actions={
        <>
          <SavedNote state={state} />
          <TaskButtons task={task} home={`/${home}/${project.id}`} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts of the task"
        side={
          <>
            <TaskFields task={task} mayWrite={mayWrite} save={saveAsked} />
            <TaskSchedulePanel task={task} mayWrite={mayWrite} save={saveAsked} />
            <RecordFactsPanel
              subject={{ kind: 'task', id: task.id }}
              isOpen={task.deletedAt === null}
            />
          </>
        }
      >
        <p>
          <TaskStateMenu
            name={task.name}
            state={task.state}
            disabled={!mayWrite}
            onChange={(next) => void save({ state: next })}
          />{' '}
          <KindBadge kind={project.kind} /> {recordNumber('task', task.number)}
        </p>
        <Autosave name="name" value={task.name} save={(name) => save({ name })}>
          {(field) => <TitleField label="Name of the task" disabled={!mayWrite} {...field} />}
        </Autosave>
        {task.parents.length > 0 ? (
          <p className={styles['parents']}>
            Part of{' '}
            {task.parents.map((parent, index) => (
              <Fragment key={parent.id}>
                {index > 0 ? ' › ' : ''}
                <AppLink href={`/tasks/${parent.id}`}>{parent.name}</AppLink>
              </Fragment>
            ))}
          </p>
        ) : null}
        <Autosave name="notes" value={task.notes} save={(notes) => save({ notes })}>
          {(field) => (
            <DocumentField
              label="Notes"
              placeholder="What has to be done, and when it is done"
              disabled={!mayWrite}
              {...field}
            />
          )}
        </Autosave>
        <Autosave
          name="acceptance"
          value={task.acceptance}
          save={(acceptance) => save({ acceptance })}
        >
          {(field) => (
            <DocumentField
              label={task.isMilestone ? 'What must have happened' : 'Done when'}
              placeholder="The state of things by which anyone can tell that it is done"
              disabled={!mayWrite}
              {...field}
            />
          )}
        </Autosave>
        {task.isMilestone && project.kind === 'client' ? (
          <MilestonePanel taskId={task.id} mayWrite={mayWrite} />
        ) : null}
        {task.isMilestone ? null : <SubTasksPanel task={task} mayWrite={mayWrite} />}
        <ChecklistPanel task={task} mayWrite={mayWrite} />
        <DependenciesPanel task={task} mayWrite={mayWrite} />
        <RecurrencePanel task={task} mayWrite={mayWrite} />
        <RecordPanel subject={{ kind: 'task', id: task.id }} isOpen={task.deletedAt === null} />
      </RecordLayout>
    </Page>
  );
}

type TaskButtonsProps = { readonly task: TaskView; readonly home: string };

function TaskButtons({ task, home }: TaskButtonsProps) {
  const mayWrite = useMay('write');
  const timer = useTimer();
  const remove = useTaskWrite(tasks.remove);
  const restore = useTaskWrite(tasks.restore);
  const params = { id: task.id };
  const isTimed = mayWrite && task.deletedAt === null && !task.isMilestone;
  return (
    <>
      {timer.isPossible && isTimed ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={15} />}
          onClick={() => void timer.start({ projectId: task.project.id, taskId: task.id })}
        >
          Start the timer
        </Button>
      ) : null}
      <RecordMenu
        record={{
          ...task,
          href: `/tasks/${task.id}`,
          listHref: home,
          remove: () => remove.mutateAsync({ params }),
          restore: () => restore.mutateAsync({ params }),
        }}
        mayWrite={mayWrite}
      />
    </>
  );
}
