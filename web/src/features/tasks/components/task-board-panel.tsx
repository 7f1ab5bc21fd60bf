import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import type { ProjectId } from '@evenkeel/core/id';
import { type TaskState, taskStates } from '@evenkeel/core/projects/task';
import { useCallback } from 'react';
import { Board } from '../../../ui/board/board.tsx';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useProjectTasks } from '../api.ts';
import { taskStateLabels, taskStateShapes } from '../model.ts';
import { useTaskActions } from '../use-task-actions.ts';
import { TaskCard } from './task-card.tsx';

type TaskBoardPanelProps = {
  readonly projectId: ProjectId;
  readonly phases: readonly PhaseView[];
  readonly mayWrite: boolean;
};

/** The tasks of a project of either kind by how far they are. */
export function TaskBoardPanel(props: TaskBoardPanelProps) {
  const found = useProjectTasks(props.projectId);
  return (
    <Loaded found={found} what="the board" shape="cards">
      {({ rows }) => <TaskBoard {...props} tasks={rows} />}
    </Loaded>
  );
}

function TaskBoard(props: TaskBoardPanelProps & { readonly tasks: readonly TaskRow[] }) {
  const { phases, mayWrite, tasks } = props;
  const actions = useTaskActions();
  const renderCard = useCallback(
    (task: TaskRow) => (
      <TaskCard
        task={task}
        place={phases.find(({ id }) => id === task.phaseId)?.name ?? 'Without a phase'}
      />
    ),
    [phases],
  );
  const columns = taskStates.map((state) => ({
    id: state,
    label: taskStateLabels[state],
    mark: <ProgressGlyph shape={taskStateShapes[state]} />,
    cards: tasks.filter((task) => task.state === state),
  }));
  return (
    <Board<TaskRow>
      label="Tasks by state"
      columns={columns}
      cardKey={taskId}
      cardName={taskName}
      cardHref={taskHref}
      renderCard={renderCard}
      cardHeight={104}
      // The columns are the states themselves.
      {...(mayWrite
        ? { onMove: ({ card, to }) => void actions.setState(card, to as TaskState) }
        : {})}
    />
  );
}

const taskId = (task: TaskRow) => task.id;
const taskName = (task: TaskRow) => task.name;
const taskHref = (task: TaskRow) => `/tasks/${task.id}`;
