import type { TaskView } from '@evenkeel/contract/tasks';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { EffortText } from '../../../ui/marks/values.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { WhyDatePanel } from '../../decisions/components/why-date-panel.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { type TaskChange, usePhases } from '../api.ts';
import { TaskClientFields } from './task-client-fields.tsx';
import { TaskPeople } from './task-people.tsx';

type TaskFieldsProps = {
  readonly task: TaskView;
  readonly mayWrite: boolean;
  readonly save: (change: TaskChange) => Promise<unknown>;
};

/** What is set on a task; each field saves itself. */
export function TaskFields({ task, mayWrite, save }: TaskFieldsProps) {
  const disabled = !mayWrite;
  const phases = usePhases(task.project.id);
  return (
    <>
      <FieldList>
        <FieldLine label="People">
          <TaskPeople task={task} disabled={disabled} />
        </FieldLine>
        <FieldLine label="Logged">
          <EffortText minutes={task.loggedMinutes} />
        </FieldLine>
        {task.dueOn ? (
          <FieldLine label="Due">
            <WhyDatePanel
              subject={{ kind: 'task', id: task.id }}
              name={task.name}
              day={task.dueOn}
            />
          </FieldLine>
        ) : null}
      </FieldList>
      {task.project.kind === 'client' ? (
        <TaskClientFields task={task} disabled={disabled} save={save} />
      ) : null}
      <Autosave
        name="estimateMinutes"
        value={task.estimateMinutes}
        save={(estimateMinutes) => save({ estimateMinutes })}
      >
        {(field) => <EffortField label="Estimate" disabled={disabled} {...field} />}
      </Autosave>
      {range.map(({ name, label, description }) => (
        <Autosave
          key={name}
          name={name}
          value={task[name]}
          save={(minutes) => save({ [name]: minutes })}
        >
          {(field) => (
            <EffortField label={label} description={description} disabled={disabled} {...field} />
          )}
        </Autosave>
      ))}
      <Autosave
        name="roleId"
        value={task.role?.id ?? null}
        save={(roleId) => save({ roleId })}
        on="change"
      >
        {(field) => <RolePicker label="Role" disabled={disabled} {...field} />}
      </Autosave>
      {days.map(({ name, label }) => (
        <Autosave key={name} name={name} value={task[name]} save={(day) => save({ [name]: day })}>
          {(field) => <DateField label={label} disabled={disabled} {...field} />}
        </Autosave>
      ))}
      <Autosave
        name="phaseId"
        value={task.phaseId}
        save={(phaseId) => save({ phaseId })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Phase"
            placeholder="No phase"
            disabled={disabled}
            choices={phases.map(({ id, name }) => ({ value: id, label: name }))}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="isMilestone"
        value={task.isMilestone}
        save={(isMilestone) => save({ isMilestone })}
        on="change"
      >
        {(field) => (
          <CheckField
            label="Milestone"
            description="A point in time without hours."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

/** What forecasts take in place of the firm's past, for this very task. */
const range = [
  { name: 'optimisticMinutes', label: 'Optimistic', description: 'If all goes well.' },
  { name: 'pessimisticMinutes', label: 'Pessimistic', description: 'If much goes wrong.' },
] as const;

const days = [
  { name: 'startOn', label: 'Start' },
  { name: 'dueOn', label: 'Due' },
] as const;
