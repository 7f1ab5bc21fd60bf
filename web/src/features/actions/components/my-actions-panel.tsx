import type { ActionView } from '@evenkeel/contract/actions';
import { useState } from 'react';
import { useIsOn, useMay, useSession } from '../../../lib/session.ts';
import { Section } from '../../../ui/page/section.tsx';
import { useActionsOf } from '../api.ts';
import { ActionForm } from './action-form.tsx';
import { ActionLine } from './action-line.tsx';
import styles from './actions.module.css';

/** The reader's own open actions; nothing at all when there is none. */
export function MyActionsPanel() {
  const { member } = useSession();
  const found = useActionsOf(member.personId);
  const mayWrite = useMay('write');
  const [opened, setOpened] = useState<ActionView | null>(null);
  const rows = found.data?.rows ?? [];
  if (!useIsOn('actions') || rows.length === 0) return null;
  return (
    <Section title="Actions" note={String(rows.length)}>
      <ul className={styles['lines']}>
        {rows.map((action) => (
          <ActionLine
            key={action.id}
            action={action}
            mayWrite={mayWrite}
            onOpen={setOpened}
            withSubject
            withOwner={false}
          />
        ))}
      </ul>
      {opened ? (
        <ActionForm key={opened.id} action={opened} onClose={() => setOpened(null)} />
      ) : null}
    </Section>
  );
}
