import { type RecurrenceView, recurrences } from '@evenkeel/contract/recurrences';
import type { TaskView } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { RecurrenceId } from '@evenkeel/core/id';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import { formatWeekday } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useRecurrence, useTaskWrite } from '../api.ts';
import { recurrenceInWords } from '../recurrence-words.ts';
import { RecurrenceForm } from './recurrence-form.tsx';
import parts from './task-parts.module.css';

type RecurrencePanelProps = { readonly task: TaskView; readonly mayWrite: boolean };

/** Whether a task comes again, when next, and how to leave a day out. */
export function RecurrencePanel({ task, mayWrite }: RecurrencePanelProps) {
  const [isOpen, setOpen] = useState(false);
  if (task.recurrenceId) return <Standing id={task.recurrenceId} task={task} mayWrite={mayWrite} />;
  if (!mayWrite) return null;
  return (
    <Section title="Comes again">
      <Button variant="subtle" leftSection={<IconRepeat size={15} />} onClick={() => setOpen(true)}>
        Let it come again…
      </Button>
      {isOpen ? (
        <RecurrenceForm task={task} recurrence={null} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  );
}

function Standing(props: RecurrencePanelProps & { readonly id: RecurrenceId }) {
  const { id, task, mayWrite } = props;
  const recurrence = useRecurrence(id).data;
  const [isOpen, setOpen] = useState(false);
  const { setState, skip } = useRecurrenceActions(recurrence);
  if (!recurrence) return null;
  return (
    <Section
      title="Comes again"
      note={recurrenceInWords(recurrence)}
      actions={
        mayWrite ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label="More for how it comes again">
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen(true)}>Change…</Menu.Item>
              {recurrence.state === 'active' ? (
                <>
                  <Menu.Item onClick={() => void setState('paused')}>Pause</Menu.Item>
                  <Menu.Item onClick={() => void setState('ended')}>End it</Menu.Item>
                </>
              ) : (
                <Menu.Item onClick={() => void setState('active')}>Go on</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        ) : undefined
      }
    >
      {recurrence.upcoming.length > 0 ? (
        <ul className={parts['days']} aria-label="The next days">
          {recurrence.upcoming.map((day) => (
            <li key={day}>
              {formatWeekday(day)}
              {mayWrite ? (
                <Button variant="subtle" size="compact-xs" onClick={() => void skip(day)}>
                  Leave out
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <RecurrenceForm task={task} recurrence={recurrence} onClose={() => setOpen(false)} />
      ) : null}
    </Section>
  );
}

function useRecurrenceActions(recurrence: RecurrenceView | undefined) {
  const update = useTaskWrite(recurrences.update);
  const skipCall = useTaskWrite(recurrences.skip);
  const unskip = useTaskWrite(recurrences.unskip);
  const told = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not changed.' });
    }
  };
  return {
    setState: (state: RecurrenceView['state']) =>
      told(async () => {
        if (!recurrence) return;
        const params = { id: recurrence.id };
        const saved = await update.mutateAsync({
          params,
          version: recurrence.version,
          body: { state },
        });
        const undo = async () => {
          const body = { state: recurrence.state };
          await update.mutateAsync({ params, version: saved.version, body });
        };
        notifyDone({ message: stateWords[state], undo });
      }),
    skip: (on: CalendarDate) =>
      told(async () => {
        if (!recurrence) return;
        const call = { params: { id: recurrence.id }, body: { on } };
        await skipCall.mutateAsync(call);
        const undo = async () => void (await unskip.mutateAsync(call));
        notifyDone({ message: `${formatWeekday(on)} is left out`, undo });
      }),
  };
}

const stateWords: Record<RecurrenceView['state'], string> = {
  active: 'It comes again',
  paused: 'It rests until you let it go on',
  ended: 'It comes no more',
};
