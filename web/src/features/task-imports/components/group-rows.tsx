import { type TaskGroupView, taskImports } from '@evenkeel/contract/task-imports';
import type { ImportId } from '@evenkeel/core/id';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { useTaskImportWrite } from '../api.ts';
import { chosenKey, optionKey } from '../model.ts';
import styles from './task-imports.module.css';

type GroupRowsProps = {
  readonly importId: ImportId;
  readonly groups: readonly TaskGroupView[];
  /** Problems have rows to be looked at; questions have none. */
  readonly hasRows: boolean;
};

/** Questions or sorts of problems, each with what is to be done. */
export function GroupRows({ importId, groups, hasRows }: GroupRowsProps) {
  return groups.map((group) => (
    <div key={group.key} className={styles['group']}>
      <span className={styles['group-count']}>{formatNumber(group.count)}</span>
      <div>
        <h3 className={styles['group-title']}>{group.title}</h3>
        <p className={styles['meta']}>
          {group.message}{' '}
          {hasRows ? (
            <AppLink
              className={styles['link']}
              href={`/import/tasks/${importId}?problems=${encodeURIComponent(JSON.stringify(group.key))}`}
            >
              See the rows
            </AppLink>
          ) : null}
        </p>
      </div>
      <GroupChoice importId={importId} group={group} />
    </div>
  ));
}

type GroupChoiceProps = { readonly importId: ImportId; readonly group: TaskGroupView };

function GroupChoice({ importId, group }: GroupChoiceProps) {
  const write = useTaskImportWrite(taskImports.change);
  // A choice that still lacks its person is not sent; it stands here until it has one.
  const [isPicking, setPicking] = useState(false);
  const picking = group.options.find(({ picks }) => picks !== null);
  const key = isPicking && picking ? optionKey(picking) : chosenKey(group);
  const send = (action: TaskGroupView['chosen']['action'], target: string | null) => {
    setPicking(false);
    write.mutate(
      {
        params: { id: importId },
        body: { choices: { [group.key]: { action, target, probability: null } } },
      },
      { onError: (error) => notifyFailed({ message: error.message }) },
    );
  };
  if (group.options.length === 1)
    return (
      <p className={joinClasses(styles['group-title'], styles['choice'])}>
        {group.options[0]?.label}
      </p>
    );
  return (
    <div className={styles['choice']}>
      <NativeSelect
        size="xs"
        aria-label={`What to do: ${group.title}`}
        value={key}
        data={group.options.map((option) => ({
          value: optionKey(option),
          label: option.picks === null ? option.label : `${option.label} …`,
        }))}
        onChange={(event) => {
          const wanted = group.options.find((own) => optionKey(own) === event.currentTarget.value);
          if (!wanted) return;
          if (wanted.picks === null) send(wanted.action, wanted.target);
          else setPicking(true);
        }}
      />
      {picking && key === optionKey(picking) ? (
        <PersonPicker
          label="Who is it?"
          value={isPicking ? null : group.picked}
          onChange={(person) => {
            if (person) send('use', person.id);
          }}
        />
      ) : null}
    </div>
  );
}
