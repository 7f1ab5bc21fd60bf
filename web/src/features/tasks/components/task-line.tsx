import type { TaskRow } from '@evenkeel/contract/tasks';
import { IconDiamond } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useRef } from 'react';
import { DateField } from '../../../ui/form/date-field.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { readerToday } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { DateText, EffortText } from '../../../ui/marks/values.tsx';
import { useNear } from '../../../ui/near/use-near.ts';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { effortOf } from '../model.ts';
import type { TaskActions } from '../use-task-actions.ts';
import { Assignees } from './assignees.tsx';
import { EffortBar } from './effort-bar.tsx';
import { TaskMenu, type TaskMenuProps } from './task-menu.tsx';
import { TaskSigns } from './task-signs.tsx';
import { TaskStateMenu } from './task-state-menu.tsx';
import styles from './tasks.module.css';

type TaskLineProps = Pick<TaskMenuProps, 'groups' | 'onStep' | 'onLevel' | 'onMoveTo'> & {
  readonly task: TaskRow;
  /** How deep it stands in the tree; 0 is part of nothing. */
  readonly depth: number;
  readonly mayWrite: boolean;
  readonly isTabStop: boolean;
  /** Whether it is drawn whole from the start: the first ones of a plan, which are surely in view. */
  readonly isNearFirst: boolean;
  readonly actions: TaskActions;
  readonly onFocus: (task: TaskRow) => void;
  readonly onKeyDown: (event: KeyboardEvent, task: TaskRow) => void;
};

/**
 * One task of a plan: everything on it is edited where it stands. Its line always stands, can be
 * focused and found by its name; what edits it is drawn once the line comes near the view, so that a
 * plan of a thousand tasks opens as fast as one of thirty.
 */
export const TaskLine = memo(function TaskLine(props: TaskLineProps) {
  const { task, isTabStop } = props;
  const line = useRef<HTMLLIElement>(null);
  const isNear = useNear(line, props.isNearFirst);
  return (
    <li
      ref={line}
      id={`task-${task.id}`}
      className={joinClasses(styles['task'], task.state === 'done' && styles['is-done'])}
      // One tab stop for the list; arrows walk inside it.
      tabIndex={isTabStop ? 0 : -1}
      aria-label={task.name}
      onFocus={() => props.onFocus(task)}
      onKeyDown={(event) => props.onKeyDown(event, task)}
    >
      {isNear || isTabStop ? <TaskCells {...props} /> : <FarCells name={task.name} />}
    </li>
  );
});

/** What stands of a line out of view: its name, for those who search the page or print it. */
function FarCells({ name }: { readonly name: string }) {
  return (
    <>
      <span />
      <span className={joinClasses(styles['name'], styles['far'])}>{name}</span>
    </>
  );
}

function TaskCells(props: TaskLineProps) {
  const { task, mayWrite, actions } = props;
  const isLate = task.state !== 'done';
  const effort = effortOf(task);
  return (
    <>
      <TaskStateMenu
        name={task.name}
        state={task.state}
        disabled={!mayWrite}
        onChange={(state) => void actions.setState(task, state)}
      />
      <div className={styles['name']} style={{ paddingLeft: Math.min(props.depth, 8) * 20 }}>
        {task.isMilestone ? (
          <IconDiamond
            size={14}
            role="img"
            aria-label="Milestone"
            className={styles['milestone'] ?? ''}
          />
        ) : null}
        <EditableField
          label={`Name of ${task.name}`}
          value={task.name}
          canEdit={mayWrite}
          editor={(field) => <TextField {...field} />}
          onSave={(name) => actions.save(task, { name })}
        >
          {task.name}
        </EditableField>
        <TaskSigns task={task} />
      </div>
      <div className={styles['role']}>
        <EditableField
          label={`Role of ${task.name}`}
          value={task.role?.id ?? null}
          canEdit={mayWrite && !task.isMilestone}
          saveOnPick
          editor={(field) => <RolePicker {...field} />}
          onSave={(roleId) => actions.save(task, { roleId })}
        >
          <span className={styles['dim']}>{task.role?.name ?? ''}</span>
        </EditableField>
      </div>
      <Assignees
        task={task}
        disabled={!mayWrite}
        onChange={(personIds) => void actions.assign(task, personIds)}
      />
      <TaskDay task={task} field="startOn" label="Start" {...{ mayWrite, actions }} />
      <TaskDay task={task} field="dueOn" label="Due" isLate={isLate} {...{ mayWrite, actions }} />
      <div className={styles['estimate']}>
        <EditableField
          label={`Estimate of ${task.name}`}
          value={effort.estimateMinutes}
          // Of a task with sub-tasks the hours stand on those.
          canEdit={mayWrite && !task.isMilestone && task.subTasks === null}
          editor={(field) => <EffortField {...field} />}
          onSave={(estimateMinutes) => actions.save(task, { estimateMinutes })}
        >
          {task.isMilestone ? '' : <EffortText minutes={effort.estimateMinutes} />}
        </EditableField>
      </div>
      {task.isMilestone ? <span className={styles['effort']} /> : <EffortBar {...effort} />}
      <TaskMenu {...props} />
    </>
  );
}

type TaskDayProps = Pick<TaskLineProps, 'task' | 'mayWrite' | 'actions'> & {
  readonly field: 'startOn' | 'dueOn';
  readonly label: string;
  readonly isLate?: boolean;
};

function TaskDay({ task, field, label, isLate = false, mayWrite, actions }: TaskDayProps) {
  return (
    <div className={styles[field]}>
      <EditableField
        label={`${label} of ${task.name}`}
        value={task[field]}
        canEdit={mayWrite}
        editor={(props) => <DateField {...props} />}
        onSave={(day) => actions.save(task, { [field]: day })}
      >
        {task[field] === null ? (
          <span className={styles['late']}>–</span>
        ) : (
          <DateText date={task[field]} {...(isLate ? { lateAfter: readerToday() } : {})} />
        )}
      </EditableField>
    </div>
  );
}
