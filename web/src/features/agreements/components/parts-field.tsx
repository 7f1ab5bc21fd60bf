import type { AgreementView } from '@evenkeel/contract/working-agreements';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import styles from './agreement.module.css';

type Part = AgreementView['content']['parts'][number];

const columns = [
  ['stage', 'Stage'],
  ['ours', 'We'],
  ['theirs', 'The client'],
  ['others', 'Partners and vendors'],
] as const;

const emptyPart: Part = { stage: '', what: '', ours: '', theirs: '', others: '' };

/** Who does what, stage by stage. */
export function PartsField({ value, onChange, label }: FieldProps<Part[]>) {
  const change = (place: number, part: Part) =>
    onChange(value.map((one, index) => (index === place ? part : one)));
  return (
    <fieldset className={styles['parts']}>
      <legend>{label}</legend>
      {value.map((part, place) => (
        // Parts have no id of their own: their place is what they are known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: they are never reordered
        <div key={place} className={styles['part-row']}>
          {columns.map(([name, title]) => (
            <TextField
              key={name}
              label={title}
              value={part[name]}
              onChange={(text) => change(place, { ...part, [name]: text })}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${part.stage || 'this line'}`}
            onClick={() => onChange(value.filter((_, index) => index !== place))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange([...value, emptyPart])}
      >
        Add a line
      </Button>
    </fieldset>
  );
}
