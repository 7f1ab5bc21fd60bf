import { type TaskImportView, taskImports } from '@evenkeel/contract/task-imports';
import { projectKinds } from '@evenkeel/core/projects/template';
import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AccountPicker } from '../../accounts/components/account-picker.tsx';
import { useTaskImportWrite } from '../api.ts';
import styles from './task-imports.module.css';

const kindLabels = { client: 'A new client project', initiative: 'A new initiative' } as const;

/** Where the tasks go: into the project the import was begun in, or into one that it makes. */
export function TargetSection({ view }: { readonly view: TaskImportView }) {
  const { project, newKind, newName, account } = view.target;
  const write = useTaskImportWrite(taskImports.change);
  const [name, setName] = useState(newName);
  useEffect(() => setName(newName), [newName]);
  const change = (part: {
    newKind?: 'client' | 'initiative';
    newName?: string;
    accountId?: typeof accountId;
  }) =>
    write.mutate(
      {
        params: { id: view.id },
        body: {
          target: { projectId: project?.id ?? null, newKind, newName: name, accountId, ...part },
        },
      },
      { onError: (error) => notifyFailed({ message: error.message }) },
    );
  const accountId = account?.id ?? null;
  if (project)
    return (
      <Section title="Goes into">
        <p>
          {project.name}, {project.kind === 'client' ? 'client project' : 'initiative'}
        </p>
      </Section>
    );
  return (
    <Section title="Goes into">
      <div className={styles['target']}>
        <NativeSelect
          size="xs"
          label="Kind"
          value={newKind}
          data={projectKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          onChange={(event) =>
            change({ newKind: event.currentTarget.value === 'client' ? 'client' : 'initiative' })
          }
        />
        <TextInput
          size="xs"
          label="Name"
          value={name}
          maxLength={300}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => name.trim() !== newName && change({ newName: name.trim() })}
        />
        {newKind === 'client' ? (
          <AccountPicker
            label="Account"
            value={account}
            onChange={(picked) => change({ accountId: picked?.id ?? null })}
          />
        ) : null}
      </div>
    </Section>
  );
}
