import { type PhaseView, projects } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import type { ProjectId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { useSteady } from '../../../ui/near/use-steady.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useProjectTasks, useTaskWrite } from '../api.ts';
import {
  indentPlace,
  lastPlace,
  outdentPlace,
  type PhaseGroup,
  phaseGroups,
  stepPlace,
} from '../model.ts';
import { type TaskIntent, taskKey } from '../task-key.ts';
import { useTaskActions } from '../use-task-actions.ts';
import { AddTask } from './add-task.tsx';
import { PhaseHead } from './phase-head.tsx';
import { TaskLine } from './task-line.tsx';
import styles from './tasks.module.css';

type PlanPanelProps = {
  readonly projectId: ProjectId;
  readonly phases: readonly PhaseView[];
  readonly mayWrite: boolean;
};

/** The plan of a project of either kind: phases with their tasks, edited where they stand. */
export function PlanPanel(props: PlanPanelProps) {
  const found = useProjectTasks(props.projectId);
  return (
    <Loaded found={found} what="the plan">
      {({ rows }) => <Plan {...props} tasks={rows} />}
    </Loaded>
  );
}

function Plan(props: PlanPanelProps & { readonly tasks: readonly TaskRow[] }) {
  const { projectId, phases, mayWrite, tasks } = props;
  const groups = useMemo(
    () =>
      phaseGroups(
        phases,
        tasks.toSorted((a, b) => a.position - b.position),
      ),
    [phases, tasks],
  );
  return (
    <>
      {tasks.length === 0 && phases.length === 0 ? (
        <EmptyState title="No plan yet">
          Break the work into tasks: what, who, by when, how many hours. Phases group them.
        </EmptyState>
      ) : null}
      {mayWrite || tasks.length > 0 ? (
        <Groups projectId={projectId} groups={groups} mayWrite={mayWrite} />
      ) : null}
      {mayWrite ? <AddPhase projectId={projectId} /> : null}
    </>
  );
}

type GroupsProps = {
  readonly projectId: ProjectId;
  readonly groups: readonly PhaseGroup[];
  readonly mayWrite: boolean;
};

/** Enough tasks to fill a high screen. */
const drawnFirst = 30;

function Groups({ projectId, groups, mayWrite }: GroupsProps) {
  const actions = useSteady(useTaskActions());
  const open = useOpen();
  const order = groups.flatMap((group) => group.tasks);
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const tabStop = order.find((task) => task.id === current)?.id ?? order[0]?.id;
  const focus = (task: TaskRow | undefined) => {
    if (task) document.getElementById(`task-${task.id}`)?.focus();
  };
  const step = (task: TaskRow, by: -1 | 1) => {
    const place = stepPlace(groups, task, by);
    if (place) void actions.place(task, place).then(() => focus(task));
  };
  const level = (task: TaskRow, by: -1 | 1) => {
    const group = groups.find(({ tasks }) => tasks.some(({ id }) => id === task.id));
    const place = group && (by === 1 ? indentPlace(group, task) : outdentPlace(group, task));
    if (place) void actions.place(task, place).then(() => focus(task));
  };
  const write = (intent: TaskIntent, task: TaskRow, neighbour: TaskRow | undefined) => {
    if (intent.kind === 'state') void actions.setState(task, intent.state);
    if (intent.kind === 'step') step(task, intent.step);
    if (intent.kind === 'level') level(task, intent.by);
    if (intent.kind !== 'remove') return;
    focus(neighbour);
    void actions.remove(task);
  };
  const onKeyDown = (event: KeyboardEvent, task: TaskRow) => {
    const intent = event.target === event.currentTarget ? taskKey(event) : undefined;
    if (!intent) return;
    event.preventDefault();
    const index = order.findIndex(({ id }) => id === task.id);
    const [previous, next] = [order[index - 1], order[index + 1]];
    if (intent.kind === 'go') focus(intent.to === 'next' ? next : previous);
    else if (intent.kind === 'open') open(`/tasks/${task.id}`);
    else if (mayWrite) write(intent, task, next ?? previous);
  };
  const handlers = useSteady({
    onFocus: (task: TaskRow) => setCurrent(task.id),
    onKeyDown,
    onStep: step,
    onLevel: level,
    onMoveTo: (task: TaskRow, target: PhaseGroup) => void actions.place(task, lastPlace(target)),
  });
  const first = new Set(order.slice(0, drawnFirst));
  return (
    <div className={styles['plan']}>
      <PlanColumns />
      {groups.map((group) => (
        <section
          key={group.phase?.id ?? 'none'}
          aria-label={group.phase?.name ?? 'Without a phase'}
        >
          <PhaseHead projectId={projectId} group={group} mayWrite={mayWrite} />
          <ul className={styles['tasks']}>
            {group.tasks.map((task) => (
              <TaskLine
                key={task.id}
                task={task}
                depth={group.depths.get(task.id) ?? 0}
                groups={groups}
                mayWrite={mayWrite}
                isTabStop={task.id === tabStop}
                isNearFirst={first.has(task)}
                actions={actions}
                {...handlers}
              />
            ))}
          </ul>
          {mayWrite ? (
            <AddTask
              projectId={projectId}
              phase={group.phase}
              position={lastPlace(group).position}
            />
          ) : null}
        </section>
      ))}
    </div>
  );
}

/** What the columns are; each field says it again to those who do not see it. */
function PlanColumns() {
  return (
    <div className={styles['columns']} aria-hidden>
      <span />
      <span className={styles['name']}>Task</span>
      <span className={styles['role']}>Role</span>
      <span>People</span>
      <span className={styles['startOn']}>Start</span>
      <span className={styles['dueOn']}>Due</span>
      <span className={styles['estimate']}>Estimate</span>
      <span className={styles['effort']}>Logged</span>
      <span />
    </div>
  );
}

function AddPhase({ projectId }: { readonly projectId: ProjectId }) {
  const add = useTaskWrite(projects.addPhase);
  const run = async () => {
    try {
      await add.mutateAsync({ params: { id: projectId }, body: { name: 'New phase' } });
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : 'The phase could not be added.',
      });
    }
  };
  return (
    <Button
      variant="subtle"
      leftSection={<IconPlus size={15} />}
      loading={add.isPending}
      onClick={() => void run()}
    >
      Add a phase
    </Button>
  );
}
