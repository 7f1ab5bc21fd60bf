import { calendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { readerToday } from '../../../ui/format/date.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useMeetings } from '../api.ts';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingList } from './meeting-list.tsx';
import styles from './meetings.module.css';

type MeetingsPanelProps = {
  readonly project: {
    readonly id: ProjectId;
    readonly kind: 'client' | 'initiative';
    readonly account?: { readonly id: AccountId } | null;
  };
  readonly mayWrite: boolean;
};

/** Before any meeting was kept here. */
const ever = calendarDate('2000-01-01');

/** The meetings of a project: those to come first, then those that were. */
export function MeetingsPanel({ project, mayWrite }: MeetingsPanelProps) {
  const [isAdding, setAdding] = useState(false);
  const found = useMeetings({ projectId: project.id, from: ever });
  const today = readerToday();
  return (
    <Section
      framed
      title="Meetings"
      note="The agenda is built from what is open"
      actions={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New meeting
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the meetings">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['empty']}>
              No meeting yet. Plan one: what is overdue, to be decided or waiting for an answer
              stands on its agenda, and everybody gets an invitation for their calendar.
            </p>
          ) : (
            <>
              <MeetingList rows={rows.filter(({ on }) => on >= today)} />
              <MeetingList rows={rows.filter(({ on }) => on < today).reverse()} />
            </>
          )
        }
      </Loaded>
      {isAdding ? (
        <MeetingForm
          start={{ projectId: project.id, accountId: project.account?.id ?? null }}
          canShowClient={project.kind === 'client'}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Section>
  );
}
