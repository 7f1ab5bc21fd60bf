import { CloseButton } from '@mantine/core';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { changeTask, hasParts, indexOf, type OutlineTask } from '../model.ts';
import styles from './outline.module.css';
import type { OutlineTaskProps } from './outline-task.tsx';

type OutlineTaskFormProps = OutlineTaskProps & { readonly onClose: () => void };

type Values = {
  notes: string;
  acceptance: string;
  checklist: string;
  optimistic: number | null;
  pessimistic: number | null;
  after: OutlineTask['after'];
};

/** What a line has no room for: notes, how far its hours may be off, when it is done, its checklist, what it waits for. */
export function OutlineTaskForm(props: OutlineTaskFormProps) {
  const { outline, task, place, onChange, onClose } = props;
  const form = useRecordForm<Values>({
    initialValues: {
      notes: task.notes,
      acceptance: task.acceptance,
      checklist: task.checklist.join('\n'),
      optimistic: percentOf(task.optimisticShare),
      pessimistic: percentOf(task.pessimisticShare),
      after: task.after,
    },
    onSubmit: async ({ checklist, optimistic, pessimistic, ...values }) => {
      const steps = checklist.split('\n').map((step) => step.trim());
      const spread = {
        optimisticShare: shareOf(optimistic),
        pessimisticShare: shareOf(pessimistic),
      };
      const change = { ...values, ...spread, checklist: steps.filter((step) => step !== '') };
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
      {task.isMilestone || hasParts(outline, place) ? null : (
        <div className={styles['spread']}>
          <NumberField
            minimum={0}
            maximum={100}
            unit="%"
            label="At best"
            description="Of the hours it gets, if all goes well."
            {...form.field('optimistic')}
          />
          <NumberField
            minimum={100}
            maximum={10_000}
            unit="%"
            label="At worst"
            description="If much goes wrong."
            {...form.field('pessimistic')}
          />
        </div>
      )}
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

function percentOf(share: number | null): number | null {
  return share === null ? null : share / 100;
}

function shareOf(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 100);
}
