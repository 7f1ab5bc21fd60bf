import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { AddLine } from '../../../ui/record/add-line.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import {
  addTask,
  changePhase,
  daysOf,
  type Outline,
  type OutlinePhase,
  removePhase,
  sharesOf,
  stepPhase,
} from '../model.ts';
import styles from './outline.module.css';
import { OutlineTaskLine } from './outline-task.tsx';

type OutlinePhaseProps = {
  readonly outline: Outline;
  readonly phase: OutlinePhase;
  readonly index: number;
  readonly mayWrite: boolean;
  readonly onChange: (outline: Outline) => void;
};

/** One phase of a template with its tasks. */
export function OutlinePhaseSection(props: OutlinePhaseProps) {
  const { outline, phase, index, mayWrite, onChange } = props;
  return (
    <section aria-label={phase.name}>
      <PhaseHead {...props} />
      <ul className={styles['tasks']}>
        {phase.tasks.map((task, at) => (
          <OutlineTaskLine
            // A task of a template has no identity but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            {...{ outline, task, mayWrite, onChange }}
            place={{ phase: index, task: at }}
          />
        ))}
      </ul>
      {mayWrite ? (
        <AddLine
          label={`Add a task to ${phase.name}`}
          onAdd={async (name) => onChange(addTask(outline, index, name))}
        />
      ) : null}
    </section>
  );
}

function PhaseHead({ outline, phase, index, mayWrite, onChange }: OutlinePhaseProps) {
  const days = daysOf(outline, phase);
  const setDays = async (change: Partial<typeof days>) =>
    onChange(changePhase(outline, index, sharesOf(outline, { ...days, ...change })));
  return (
    <div className={styles['phase']}>
      <h2 className={styles['phase-name']}>
        <EditableField
          label={`Name of phase ${phase.name}`}
          value={phase.name}
          canEdit={mayWrite}
          editor={(field) => <TextField {...field} />}
          onSave={async (name) => onChange(changePhase(outline, index, { name }))}
        >
          {phase.name}
        </EditableField>
      </h2>
      <span className={styles['phase-days']}>
        {(['first', 'count'] as const).map((part) => (
          <EditableField<number | null>
            key={part}
            label={`${part === 'first' ? 'First day' : 'Days'} of phase ${phase.name}`}
            value={days[part]}
            canEdit={mayWrite}
            editor={(field) => (
              <NumberField whole minimum={1} maximum={outline.durationWeekdays} {...field} />
            )}
            onSave={async (value) => {
              if (value !== null) await setDays({ [part]: value });
            }}
          >
            {part === 'first'
              ? `from day ${days.first}`
              : days.count === 1
                ? 'for a day'
                : `for ${days.count} days`}
          </EditableField>
        ))}
      </span>
      {mayWrite ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              className={styles['more'] ?? ''}
              aria-label={`More for phase ${phase.name}`}
            >
              <IconDots size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowUp size={15} />}
              disabled={index === 0}
              onClick={() => onChange(stepPhase(outline, index, -1))}
            >
              Move up
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={15} />}
              disabled={index === outline.phases.length - 1}
              onClick={() => onChange(stepPhase(outline, index, 1))}
            >
              Move down
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={15} />}
              onClick={() => onChange(removePhase(outline, index))}
            >
              Remove with its tasks
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
