import { IconDiamond, IconHourglass, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { EffortField, NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formatNumber } from '../../../ui/format/number.ts';
import { EffortText, Nothing } from '../../../ui/marks/values.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { RoleName, RolePicker } from '../../people/components/role-picker.tsx';
import {
  changeTask,
  daysOf,
  hasParts,
  type Outline,
  type OutlineTask,
  sharesOf,
  type TaskPlace,
} from '../model.ts';
import styles from './outline.module.css';
import { OutlineTaskForm } from './outline-task-form.tsx';
import { OutlineTaskMenu } from './outline-task-menu.tsx';

export type OutlineTaskProps = {
  readonly outline: Outline;
  readonly task: OutlineTask;
  readonly place: TaskPlace;
  readonly mayWrite: boolean;
  readonly onChange: (outline: Outline) => void;
};

/** One task or milestone of a template, edited where it stands. */
export function OutlineTaskLine(props: OutlineTaskProps) {
  const { outline, task, place, mayWrite, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const canHours = mayWrite && !task.isMilestone && !hasParts(outline, place);
  const save = async (change: Partial<OutlineTask>) => onChange(changeTask(outline, place, change));
  return (
    <li className={styles['task']}>
      <div className={styles['name']} style={{ paddingLeft: Math.min(task.level, 8) * 20 }}>
        {task.isMilestone ? <IconDiamond size={14} role="img" aria-label="Milestone" /> : null}
        <EditableField
          label={`Name of ${task.name}`}
          value={task.name}
          canEdit={mayWrite}
          editor={(field) => <TextField {...field} />}
          onSave={(name) => save({ name })}
        >
          {task.name}
        </EditableField>
        <Signs task={task} />
      </div>
      <div>
        <EditableField
          label={`Role of ${task.name}`}
          value={task.roleId}
          canEdit={canHours}
          saveOnPick
          editor={(field) => <RolePicker {...field} />}
          onSave={(roleId) => save({ roleId })}
        >
          {task.roleId ? <RoleName id={task.roleId} /> : canHours ? <Nothing /> : null}
        </EditableField>
      </div>
      <div className={styles['number']}>
        <EditableField
          label={`Hours of ${task.name}`}
          value={task.estimateMinutes}
          canEdit={canHours}
          editor={(field) => <EffortField {...field} />}
          onSave={(estimateMinutes) => save({ estimateMinutes })}
        >
          {canHours || task.estimateMinutes ? <EffortText minutes={task.estimateMinutes} /> : null}
        </EditableField>
      </div>
      <div className={styles['number']}>
        <EditableField<number | null>
          label={`Share of ${task.name} in the sold hours of its role`}
          value={task.weight}
          canEdit={canHours}
          editor={(field) => <NumberField minimum={0} maximum={1_000_000} {...field} />}
          onSave={(weight) => save({ weight: weight ?? 0 })}
        >
          {task.weight > 0 ? formatNumber(task.weight) : canHours ? <Nothing /> : null}
        </EditableField>
      </div>
      <Days {...props} />
      {mayWrite ? <OutlineTaskMenu {...props} onOpen={() => setOpen(true)} /> : <span />}
      {isOpen ? <OutlineTaskForm {...props} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function Days({ outline, task, place, mayWrite, onChange }: OutlineTaskProps) {
  const days = daysOf(outline, task);
  const last = days.first + days.count - 1;
  const save = async (next: typeof days) => {
    const shares = sharesOf(outline, next);
    const point = { startShare: shares.endShare, endShare: shares.endShare };
    onChange(changeTask(outline, place, task.isMilestone ? point : shares));
  };
  return (
    <>
      <div className={styles['number']}>
        <EditableField<number | null>
          label={`${task.isMilestone ? 'Day' : 'First day'} of ${task.name}`}
          value={task.isMilestone ? last : days.first}
          canEdit={mayWrite}
          editor={(field) => (
            <NumberField whole minimum={1} maximum={outline.durationWeekdays} {...field} />
          )}
          onSave={async (first) => {
            if (first !== null) await save({ first, count: task.isMilestone ? 1 : days.count });
          }}
        >
          {task.isMilestone ? last : days.first}
        </EditableField>
      </div>
      <div className={styles['number']}>
        {task.isMilestone ? null : (
          <EditableField<number | null>
            label={`Days of ${task.name}`}
            value={days.count}
            canEdit={mayWrite}
            editor={(field) => (
              <NumberField whole minimum={1} maximum={outline.durationWeekdays} {...field} />
            )}
            onSave={async (count) => {
              if (count !== null) await save({ ...days, count });
            }}
          >
            {days.count}
          </EditableField>
        )}
      </div>
    </>
  );
}

function Signs({ task }: { readonly task: OutlineTask }) {
  return (
    <span className={styles['signs']}>
      {task.checklist.length > 0 ? (
        <span title={`${task.checklist.length} steps in its checklist`}>
          <IconListCheck size={13} aria-hidden /> {task.checklist.length}
        </span>
      ) : null}
      {task.after.length > 0 ? (
        <span title="Waits for other tasks">
          <IconHourglass size={13} aria-hidden /> {task.after.length}
        </span>
      ) : null}
    </span>
  );
}
