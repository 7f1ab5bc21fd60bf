import type { ChangeRequestView } from '@evenkeel/contract/change-requests';
import type { ProjectId } from '@evenkeel/core/id';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRoles } from '../../people/api.ts';
import { useProjectTasks } from '../../tasks/api.ts';
import styles from './changes.module.css';

export type WorkLine = ChangeRequestView['work'][number];

const emptyLine: WorkLine = {
  name: '',
  roleId: null,
  estimateMinutes: 480,
  afterId: null,
  beforeId: null,
};

type WorkFieldProps = FieldProps<readonly WorkLine[]> & { readonly projectId: ProjectId };

/** The pieces of work that a change adds: what, by which role, how long, between what. */
export function WorkField({ value, onChange, label, error, projectId }: WorkFieldProps) {
  const roles = useRoles().data?.rows ?? [];
  const tasks = useProjectTasks(projectId).data?.rows ?? [];
  const open = tasks.filter(({ state }) => state !== 'done');
  const choices = open.map(({ id, name }) => ({ value: id, label: name }));
  const change = (place: number, part: Partial<WorkLine>) =>
    onChange(value.map((line, index) => (index === place ? { ...line, ...part } : line)));
  return (
    <fieldset className={styles['work']}>
      <legend>{label}</legend>
      {value.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and are never reordered
        <div key={place} className={styles['work-row']}>
          <TextField label="What" value={line.name} onChange={(name) => change(place, { name })} />
          <ChoiceField
            label="Role"
            choices={roles.map(({ id, name }) => ({ value: id, label: name }))}
            value={line.roleId}
            onChange={(roleId) => change(place, { roleId })}
          />
          <EffortField
            label="Hours"
            value={line.estimateMinutes}
            onChange={(minutes) => change(place, { estimateMinutes: minutes ?? 0 })}
          />
          <ChoiceField
            label="After"
            choices={choices}
            value={line.afterId}
            onChange={(afterId) => change(place, { afterId })}
          />
          <ChoiceField
            label="Before"
            choices={choices}
            value={line.beforeId}
            onChange={(beforeId) => change(place, { beforeId })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${line.name || 'this line'}`}
            onClick={() => onChange(value.filter((_, index) => index !== place))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      {error ? <p role="alert">{error}</p> : null}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange([...value, emptyLine])}
      >
        Add work
      </Button>
    </fieldset>
  );
}
