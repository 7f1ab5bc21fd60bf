import { tasks } from '@evenkeel/contract/tasks';
import type { PhaseId, ProjectId } from '@evenkeel/core/id';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useTaskWrite } from '../api.ts';
import styles from './tasks.module.css';

type AddTaskProps = {
  readonly projectId: ProjectId;
  readonly phase: { readonly id: PhaseId; readonly name: string } | null;
  /** Where it goes: after the last of its group. */
  readonly position: number;
};

/** A line that adds a task with Enter, and stays for the next one. */
export function AddTask({ projectId, phase, position }: AddTaskProps) {
  const create = useTaskWrite(tasks.create);
  const [name, setName] = useState('');
  const add = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    try {
      await create.mutateAsync({
        body: { projectId, phaseId: phase?.id ?? null, name: wanted, position },
      });
    } catch (error) {
      // What was typed comes back, unless something else has been typed since.
      setName((typed) => typed || wanted);
      notifyFailed({
        message: error instanceof Error ? error.message : 'The task could not be added.',
      });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setName('');
    if (event.key === 'Enter') void add();
  };
  return (
    <div className={styles['add']}>
      <IconPlus size={15} aria-hidden />
      <input
        type="text"
        value={name}
        maxLength={300}
        placeholder="Add a task"
        aria-label={phase ? `Add a task to ${phase.name}` : 'Add a task without a phase'}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
