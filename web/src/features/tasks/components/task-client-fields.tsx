import type { TaskView } from '@evenkeel/contract/tasks';
import type { ClientSide } from '@evenkeel/core/projects/client-side';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { CheckField, ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { TaskChange } from '../api.ts';

type TaskClientFieldsProps = {
  readonly task: TaskView;
  readonly disabled: boolean;
  readonly save: (change: TaskChange) => Promise<unknown>;
};

/** What the client sees of a task, and on whose side it lies. */
export function TaskClientFields({ task, disabled, save }: TaskClientFieldsProps) {
  return (
    <>
      <Autosave
        name="isClientVisible"
        value={task.isClientVisible}
        save={(isClientVisible) => save({ isClientVisible })}
        on="change"
      >
        {(field) => (
          <CheckField
            label="The client sees it"
            description="Its date is then a promise: it moves for them by a delay notice only."
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave<ClientSide | null>
        name="side"
        value={task.side}
        save={(side) => save({ side: side ?? 'ours' })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Who does it"
            choices={[
              { value: 'ours', label: 'We do' },
              { value: 'client', label: 'The client does' },
            ]}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}
