import type { PersonId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useSession } from '../../../../lib/session.ts';
import { readerToday } from '../../../../ui/format/date.ts';
import { Section } from '../../../../ui/page/section.tsx';
import { useLeavesOf } from '../api.ts';
import { LeaveForm } from './leave-form.tsx';
import { LeaveLine } from './leave-line.tsx';
import styles from './leaves.module.css';

type LeavePanelProps = {
  readonly person: {
    readonly id: PersonId;
    readonly manager: { readonly id: PersonId } | null;
  };
  readonly isKept: boolean;
};

/** When a person does not work, asked for or approved: what they are on moves by it (U14). */
export function LeavePanel({ person, isKept }: LeavePanelProps) {
  const own = useSession().member.personId;
  const leads = useMay('manage') || (own !== null && person.manager?.id === own);
  const isOwn = person.id === own;
  const mayWrite = useMay('write') && isKept && (isOwn || leads);
  const [isAdding, setAdding] = useState(false);
  const today = readerToday();
  const rows = (useLeavesOf(person.id).data?.rows ?? []).filter(({ endOn }) => endOn >= today);
  const isDecided = useSession().member.role === 'owner' || (leads && !isOwn);
  return (
    <Section
      title="Leave"
      note="Days without work. What is approved takes capacity and moves tasks."
      actions={
        mayWrite ? (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            {isDecided ? 'Add' : 'Ask for leave'}
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className={styles['quiet']}>None ahead.</p>
      ) : (
        <ul className={styles['list']}>
          {rows.map((leave) => (
            <LeaveLine key={leave.id} leave={leave} isNamed={false} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <LeaveForm personId={person.id} isDecided={isDecided} onClose={() => setAdding(false)} />
      ) : null}
    </Section>
  );
}
