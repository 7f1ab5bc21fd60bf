import { CloseButton } from '@mantine/core';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { changeTask, indexOf, type OutlineTask } from '../model.ts';
import styles from './outline.module.css';
import type { OutlineTaskProps } from './outline-task.tsx';

type OutlineTaskFormProps = OutlineTaskProps & { readonly onClose: () => void };

type Values = {
  notes: string;
  acceptance: string;
  checklist: string;
  after: OutlineTask['after'];
};

/** What a line has no room for: notes, when it is done, its checklist, what it waits for. */
export function OutlineTaskForm(props: OutlineTaskFormProps) {
  const { outline, task, place, onChange, onClose } = props;
  const form = useRecordForm<Values>({
    initialValues: {
      notes: task.notes,
      acceptance: task.acceptance,
      checklist: task.checklist.join('\n'),
      after: task.after,
    },
    onSubmit: async ({ checklist, ...values }) => {
      const steps = checklist.split('\n').map((step) => step.trim());
      const change = { ...values, checklist: steps.filter((step) => step !== '') };
      onChange(changeTask(outline, place, change));
      onClose();
    },
  });
  const after = form.field('after');
  const all = outline.phases.flatMap((phase) => phase.tasks);
  const own = indexOf(outline, place);
  const isFree = (index: number) =>
    index !== own && !after.value.some((wait) => wait.index === index);
  return (
    <FormModal opened title={task.name} submitLabel="Save" form={form} onClose={onClose}>
      <TextAreaField label="Notes" autoFocus {...form.field('notes')} />
      <TextAreaField
        label={task.isMilestone ? 'What must have happened' : 'Done when'}
        {...form.field('acceptance')}
      />
      <TextAreaField
        label="Checklist"
        description="One step on each line."
        {...form.field('checklist')}
      />
      <ChoiceField
        label="Waits for"
        placeholder="Add a task"
        choices={all.flatMap((other, index) =>
          isFree(index) ? [{ value: String(index), label: other.name }] : [],
        )}
        value={null}
        onChange={(index) => {
          if (index === null) return;
          const wait = { index: Number(index), type: 'finish-start', lagMinutes: 0 } as const;
          after.onChange([...after.value, wait]);
        }}
      />
      <ul className={styles['waits']}>
        {after.value.map((wait) => (
          <li key={wait.index}>
            {all[wait.index]?.name}
            <CloseButton
              size="sm"
              aria-label={`It no longer waits for ${all[wait.index]?.name}`}
              onClick={() =>
                after.onChange(after.value.filter(({ index }) => index !== wait.index))
              }
            />
          </li>
        ))}
      </ul>
    </FormModal>
  );
}
