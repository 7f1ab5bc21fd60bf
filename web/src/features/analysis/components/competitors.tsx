import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { told } from '../told.ts';
import styles from './analysis.module.css';

type CompetitorsProps = {
  readonly competitors: readonly string[];
  readonly canEdit: boolean;
  readonly onChange: (competitors: string[]) => Promise<void>;
};

/** Whose lines the strategy canvas draws; the first is ours. */
export function Competitors({ competitors, canEdit, onChange }: CompetitorsProps) {
  if (!canEdit) return null;
  const nextName = () => {
    let number = competitors.length + 1;
    while (competitors.includes(`Competitor ${number}`)) number += 1;
    return `Competitor ${number}`;
  };
  return (
    <div className={styles['competitors']}>
      {competitors.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a competitor is known by its place while it is renamed
        <div key={index} className={styles['competitor']}>
          <Autosave
            name={`competitor-${index}`}
            value={name}
            save={(next) =>
              onChange(competitors.map((other, at) => (at === index ? next.trim() : other)))
            }
          >
            {(field) => (
              <TextField
                label={index === 0 ? 'Our line' : `Competitor ${index}`}
                maxLength={60}
                {...field}
              />
            )}
          </Autosave>
          {index > 0 ? (
            <CloseButton
              aria-label={`Take off ${name}`}
              onClick={() => void told(() => onChange(competitors.filter((_, at) => at !== index)))}
            />
          ) : null}
        </div>
      ))}
      {competitors.length < 8 ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => void told(() => onChange([...competitors, nextName()]))}
        >
          Add competitor
        </Button>
      ) : null}
    </div>
  );
}
