import type { ImportGroup } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import { type Choice, plainChoice, type RecordKind } from '@evenkeel/core/imports/problem';
import { NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import { PercentField } from '../../../ui/form/number-fields.tsx';
import { RecordField } from '../../../ui/form/record-field.tsx';
import { findNames } from '../api.ts';
import { chosenOption, optionKey, recordWords } from '../model.ts';
import styles from './choices.module.css';

type ChoiceControlProps = {
  readonly importId: ImportId;
  readonly group: ImportGroup;
  readonly onChoose: (choice: Choice) => void;
};

/** What is to be done about a group; some choices need a name or a chance besides. */
export function ChoiceControl({ importId, group, onChoose }: ChoiceControlProps) {
  // A choice that still lacks its name is not sent; it stands here until it has one.
  const [unfinished, setUnfinished] = useState<string | null>(null);
  const chosen = chosenOption(group, group.chosen);
  const key = unfinished ?? (chosen ? optionKey(chosen) : '');
  const option = group.options.find((candidate) => optionKey(candidate) === key);
  const choose = (next: string) => {
    const picked = group.options.find((candidate) => optionKey(candidate) === next);
    if (!picked) return;
    setUnfinished(picked.picks === null ? null : next);
    if (picked.picks === null)
      onChoose({ action: picked.action, target: picked.target, probability: picked.probability });
  };
  if (group.options.length === 1)
    return <p className={styles['group-title']}>{group.options[0]?.label}</p>;
  return (
    <div className={styles['choice']}>
      <NativeSelect
        size="xs"
        aria-label={`What to do: ${group.title}`}
        value={key}
        data={group.options.map((candidate) => ({
          value: optionKey(candidate),
          label: candidate.picks === null ? candidate.label : `${candidate.label} …`,
        }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {option?.picks ? (
        <NamePicker
          importId={importId}
          kind={option.picks}
          value={unfinished === null ? group.chosen.target : null}
          onPick={(target) => {
            setUnfinished(null);
            onChoose({ ...plainChoice('use'), target });
          }}
        />
      ) : null}
      {option?.action === 'create' && group.code === 'stage-unknown' ? (
        <PercentField
          label="Chance of winning"
          value={group.chosen.probability ?? option.probability}
          onChange={(probability) => {
            if (probability !== null && probability >= 0 && probability <= 10_000)
              onChoose({ ...plainChoice('create'), probability });
          }}
        />
      ) : null}
    </div>
  );
}

type NamePickerProps = {
  readonly importId: ImportId;
  readonly kind: RecordKind;
  readonly value: string | null;
  readonly onPick: (name: string) => void;
};

function NamePicker({ importId, kind, value, onPick }: NamePickerProps) {
  const source = useCallback(
    async (search: string, signal: AbortSignal) => {
      const names = await findNames(importId, { kind, search }, signal);
      return names.map((name) => ({ id: name, name }));
    },
    [importId, kind],
  );
  return (
    <RecordField
      label={`Which ${recordWords[kind].one}?`}
      required
      value={value === null ? null : { id: value, name: value }}
      source={source}
      onChange={(picked) => {
        if (picked) onPick(picked.name);
      }}
    />
  );
}
