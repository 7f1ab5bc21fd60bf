import type { TaskView } from '@evenkeel/contract/tasks';
import {
  constrainedEnd,
  type TaskConstraint,
  type TaskType,
  taskConstraints,
  taskTypes,
} from '@evenkeel/core/projects/schedule-plan';
import { constraintLabels } from '../../../lib/constraint-labels.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { readerToday } from '../../../ui/format/date.ts';
import { useCalendars } from '../api.ts';
import { dayMinutes, minuteChoices, taskTypeLabels } from '../model.ts';
import { TaskParts } from './task-parts.tsx';
import { TaskStanding } from './task-standing.tsx';

/** What can be said about a task's place in time; a part of what a task's change takes. */
type ScheduleChange = Partial<
  Pick<
    TaskView,
    | 'scheduling'
    | 'constraintType'
    | 'constraintOn'
    | 'constraintMinute'
    | 'splits'
    | 'durationMinutes'
    | 'taskType'
    | 'isEffortDriven'
    | 'deadlineOn'
    | 'percentComplete'
    | 'actualStartOn'
    | 'doneOn'
    | 'calendarId'
  >
>;

type TaskSchedulePanelProps = {
  readonly task: TaskView;
  readonly mayWrite: boolean;
  readonly save: (change: ScheduleChange) => Promise<unknown>;
};

/** How a task is scheduled, beside its days: what binds it, how long it takes, how far it is (PM-07). */
export function TaskSchedulePanel({ task, mayWrite, save }: TaskSchedulePanelProps) {
  const disabled = !mayWrite;
  const isLeaf = task.subTasks === null;
  return (
    <section aria-label="Schedule of the task">
      <TaskStanding task={task} />
      {isLeaf ? <PlaceFields {...{ task, disabled, save }} /> : null}
      <Autosave
        name="deadlineOn"
        value={task.deadlineOn}
        save={(deadlineOn) => save({ deadlineOn })}
      >
        {(field) => (
          <DateField
            label="Deadline"
            description="Moves nothing; you are told when it is missed."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      {isLeaf && !task.isMilestone ? <LengthFields {...{ task, disabled, save }} /> : null}
      {isLeaf ? <TaskParts {...{ task, disabled, save }} /> : null}
      {isLeaf ? <ProgressFields {...{ task, disabled, save }} /> : null}
    </section>
  );
}

type FieldsProps = {
  readonly task: TaskView;
  readonly disabled: boolean;
  readonly save: TaskSchedulePanelProps['save'];
};

function PlaceFields({ task, disabled, save }: FieldsProps) {
  const calendars = useCalendars();
  const isManual = task.scheduling === 'manual';
  const bind = (constraintType: TaskConstraint | null) => {
    const type = constraintType ?? 'as-soon-as-possible';
    const isDated = constrainedEnd(type) !== null;
    const day = task.constraintOn ?? task.startOn ?? task.dueOn ?? readerToday();
    return save({ constraintType: type, constraintOn: isDated ? day : null });
  };
  return (
    <>
      <Autosave
        name="scheduling"
        value={task.scheduling}
        save={(scheduling) => save({ scheduling })}
        on="change"
      >
        {({ value, onChange, ...field }) => (
          <CheckField
            label="Held by hand"
            description="Stays where it is, whatever it waits for."
            disabled={disabled}
            value={value === 'manual'}
            onChange={(isHeld) => onChange(isHeld ? 'manual' : 'automatic')}
            {...field}
          />
        )}
      </Autosave>
      {isManual ? null : (
        <Autosave<TaskConstraint | null>
          name="constraintType"
          value={task.constraintType}
          save={bind}
          on="change"
        >
          {(field) => (
            <ChoiceField
              label="Constraint"
              disabled={disabled}
              choices={constraintChoices}
              {...field}
            />
          )}
        </Autosave>
      )}
      {isManual || constrainedEnd(task.constraintType) === null ? null : (
        <Autosave
          name="constraintOn"
          value={task.constraintOn}
          save={(constraintOn) => save({ constraintOn })}
        >
          {(field) => (
            <DateField
              label={constraintLabels[task.constraintType]}
              disabled={disabled}
              {...field}
            />
          )}
        </Autosave>
      )}
      {isManual || task.constraintOn === null ? null : (
        <Autosave
          name="constraintMinute"
          value={task.constraintMinute === null ? null : String(task.constraintMinute)}
          save={(minute) => save({ constraintMinute: minute === null ? null : Number(minute) })}
          on="change"
        >
          {(field) => (
            <ChoiceField
              label="At"
              placeholder="Any time of the day"
              disabled={disabled}
              choices={minuteChoices(task.constraintMinute)}
              {...field}
            />
          )}
        </Autosave>
      )}
      {(calendars.data?.rows.length ?? 0) > 1 ? (
        <Autosave
          name="calendarId"
          value={task.calendarId}
          save={(calendarId) => save({ calendarId })}
          on="change"
        >
          {(field) => (
            <ChoiceField
              label="Working days"
              placeholder="As the project"
              disabled={disabled}
              choices={(calendars.data?.rows ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              {...field}
            />
          )}
        </Autosave>
      ) : null}
    </>
  );
}

function LengthFields({ task, disabled, save }: FieldsProps) {
  if (task.scheduling === 'manual') return null;
  return (
    <>
      <Autosave
        name="durationMinutes"
        value={task.durationMinutes === null ? null : task.durationMinutes / dayMinutes}
        save={(days) =>
          save({ durationMinutes: days === null ? null : Math.round(days * dayMinutes) })
        }
      >
        {(field) => (
          <NumberField
            label="Duration in working days"
            minimum={0}
            maximum={5_000}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave<TaskType | null>
        name="taskType"
        value={task.taskType}
        save={(taskType) => save({ taskType: taskType ?? 'fixed-duration' })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Length follows from"
            disabled={disabled}
            choices={typeChoices}
            {...field}
          />
        )}
      </Autosave>
      {task.taskType === 'fixed-units' ? (
        <Autosave
          name="isEffortDriven"
          value={task.isEffortDriven}
          save={(isEffortDriven) => save({ isEffortDriven })}
          on="change"
        >
          {(field) => (
            <CheckField
              label="More people make it shorter"
              description="Otherwise more people are more work."
              disabled={disabled}
              {...field}
            />
          )}
        </Autosave>
      ) : null}
    </>
  );
}

function ProgressFields({ task, disabled, save }: FieldsProps) {
  return (
    <>
      {task.isMilestone ? null : (
        <Autosave
          name="percentComplete"
          value={task.percentComplete}
          save={(percent) => save({ percentComplete: percent ?? 0 })}
        >
          {(field) => (
            <NumberField
              label="Done in per cent"
              whole
              minimum={0}
              maximum={100}
              disabled={disabled}
              {...field}
              onChange={(percent) => field.onChange(percent ?? 0)}
            />
          )}
        </Autosave>
      )}
      {task.state === 'open' ? null : (
        <Autosave
          name="actualStartOn"
          value={task.actualStartOn}
          save={(actualStartOn) => save({ actualStartOn })}
        >
          {(field) => <DateField label="Begun on" disabled={disabled} {...field} />}
        </Autosave>
      )}
      {task.state === 'done' ? (
        <Autosave name="doneOn" value={task.doneOn} save={(doneOn) => save({ doneOn })}>
          {(field) => <DateField label="Done on" disabled={disabled} {...field} />}
        </Autosave>
      ) : null}
    </>
  );
}

const constraintChoices = taskConstraints.map((value) => ({
  value,
  label: constraintLabels[value],
}));
const typeChoices = taskTypes.map((value) => ({ value, label: taskTypeLabels[value] }));
