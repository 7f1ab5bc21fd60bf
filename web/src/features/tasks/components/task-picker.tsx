import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { useCallback } from 'react';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../ui/form/use-record-options.ts';
import { findTasks } from '../api.ts';

/** A task that was picked. */
export type PickedTask = { readonly id: TaskId; readonly name: string };

type TaskPickerProps = FieldProps<PickedTask | null> & {
  /** The project whose tasks come first. */
  readonly near: ProjectId;
  readonly except: readonly TaskId[];
};

/** Picks a task of any project. */
export function TaskPicker({ value, onChange, near, except, ...props }: TaskPickerProps) {
  const excluded = except.join();
  const source = useCallback(
    async (search: string, signal: AbortSignal): Promise<RecordOption[]> => {
      const found = await findTasks(search, signal);
      const own = found.filter((task) => !excluded.includes(task.id));
      return own
        .toSorted((a, b) => Number(b.project.id === near) - Number(a.project.id === near))
        .map(({ id, name, project }) => ({ id, name, detail: project.name }));
    },
    [near, excluded],
  );
  return (
    <RecordField
      {...props}
      value={value}
      // Every option comes from `source`, which gives tasks only.
      onChange={(option) => onChange(option && { id: option.id as TaskId, name: option.name })}
      source={source}
    />
  );
}
