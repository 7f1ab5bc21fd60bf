import type { TaskRow } from '@evenkeel/contract/tasks';
import type { PersonId } from '@evenkeel/core/id';
import { CloseButton, Popover } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import styles from './tasks.module.css';

type AssigneesProps = {
  readonly task: Pick<TaskRow, 'name' | 'assignees'>;
  readonly disabled: boolean;
  readonly onChange: (personIds: readonly PersonId[]) => void;
};

/** Who does a task; opens the choice of people. */
export function Assignees({ task, disabled, onChange }: AssigneesProps) {
  const [isOpen, setOpen] = useState(false);
  const { assignees } = task;
  if (disabled) return <AssigneeMarks assignees={assignees} />;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={270} position="bottom-start" trapFocus>
      <Popover.Target>
        <button type="button" className={styles['people']} onClick={() => setOpen(!isOpen)}>
          <span className={styles['hidden']}>
            {assignees.length > 0 ? `People on ${task.name}:` : `Put people on ${task.name}`}
          </span>
          {assignees.length > 0 ? (
            <AssigneeMarks assignees={assignees} />
          ) : (
            <IconUserPlus size={15} className={styles['late'] ?? ''} aria-hidden />
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* The whole list is drawn only while it is open. */}
        <AssigneeChoice assignees={assignees} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

type ChoiceProps = Pick<AssigneesProps, 'onChange'> & Pick<TaskRow, 'assignees'>;

function AssigneeChoice({ assignees, onChange }: ChoiceProps) {
  const ids = assignees.map(({ id }) => id);
  return (
    <div className={styles['choice']}>
      {assignees.map((person) => (
        <div key={person.id} className={styles['chosen']}>
          <PersonMark person={person} />
          <CloseButton
            size="sm"
            aria-label={`Take ${person.name} off`}
            onClick={() => onChange(ids.filter((id) => id !== person.id))}
          />
        </div>
      ))}
      <PersonPicker
        // A new field after each pick, empty again.
        key={assignees.length}
        label="Add a person"
        autoFocus
        value={null}
        onChange={(person) => {
          if (person && !ids.includes(person.id)) onChange([...ids, person.id]);
        }}
      />
    </div>
  );
}

/** Up to three people as initials, a number for the rest; one person by name. */
export function AssigneeMarks({ assignees }: Pick<TaskRow, 'assignees'>) {
  const [only] = assignees;
  if (only && assignees.length === 1) return <PersonMark person={only} />;
  return (
    <span className={styles['marks']}>
      {assignees.slice(0, 3).map((person) => (
        <PersonMark key={person.id} person={person} show="initials" />
      ))}
      {assignees.length > 3 ? <span>+{assignees.length - 3}</span> : null}
    </span>
  );
}
