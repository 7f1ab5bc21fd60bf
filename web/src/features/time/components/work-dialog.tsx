import type { TimeTarget } from '@evenkeel/contract/time';
import type { PersonId } from '@evenkeel/core/id';
import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useReturnFocus } from '../../../ui/focus/use-return-focus.ts';
import { useTargets } from '../api.ts';
import { leftInWords, minutesLeft, workKey } from '../model.ts';
import styles from './work.module.css';
import { WorkLabel } from './work-label.tsx';

type WorkDialogProps = {
  /** `Start the timer`, `Add a row`. */
  readonly title: string;
  /** Whose work comes first; the signed-in member's when null. */
  readonly personId: PersonId | null;
  readonly onPick: (target: TimeTarget) => void;
  readonly onClose: () => void;
};

/** Finds a task or project of either kind by typing; arrows and Enter pick. Mount it while open. */
export function WorkDialog({ title, personId, onPick, onClose }: WorkDialogProps) {
  const [search, setSearch] = useState('');
  useReturnFocus();
  const [settled] = useDebouncedValue(search.trim(), 120);
  const found = useTargets(settled, personId);
  const rows = found.data?.rows ?? [];
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  const firstKey = rows[0] ? workKey(rows[0]) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first of a new list is what Enter takes
  useEffect(() => {
    selectFirstOption();
  }, [firstKey, rows.length]);
  const pick = (key: string) => {
    const target = rows.find((row) => workKey(row) === key);
    if (target) onPick(target);
  };
  return (
    <Modal opened onClose={onClose} title={title} size={560}>
      <Combobox store={combobox} onOptionSubmit={pick}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            role="combobox"
            label="Task or project"
            placeholder="Part of a name, or a number like TAS-1042"
            leftSection={<IconSearch size={15} />}
            data-autofocus
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={styles['options'] ?? ''} aria-label="Tasks and projects">
          {rows.map((row) => (
            <Combobox.Option key={workKey(row)} value={workKey(row)}>
              <span className={styles['option']}>
                <WorkLabel work={row} />
                <span
                  className={styles['left']}
                  data-over={(minutesLeft(row.soFar) ?? 0) < 0 || undefined}
                >
                  {leftInWords(row.soFar)}
                </span>
              </span>
            </Combobox.Option>
          ))}
          {rows.length === 0 ? (
            <Combobox.Empty>
              {found.isPending
                ? 'Searching…'
                : found.error
                  ? 'The list could not be loaded. Type again.'
                  : settled
                    ? `No task or project is called “${settled}”`
                    : 'You are on no task yet: type to find any task or project'}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox>
    </Modal>
  );
}
