import {
  type AgendaItemView,
  type AgendaSuggestion,
  type MeetingView,
  meetings,
} from '@evenkeel/contract/meetings';
import { ActionIcon, Button } from '@mantine/core';
import { IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AddLine } from '../../../ui/record/add-line.tsx';
import { SubjectLink } from '../../subjects/components/subject-link.tsx';
import { useMeetingWrite, useSuggestions } from '../api.ts';
import { openLabels } from '../words.ts';
import styles from './meetings.module.css';
import { OutcomeDecision } from './outcome-decision.tsx';

type AgendaSectionProps = { readonly meeting: MeetingView; readonly mayWrite: boolean };

/** What is talked about, for how long, about which record, and what came of each point. */
export function AgendaSection({ meeting, mayWrite }: AgendaSectionProps) {
  const add = useMeetingWrite(meetings.addItem);
  const { agenda, minutes } = meeting;
  const planned = agenda.reduce((sum, item) => sum + item.minutes, 0);
  const params = { id: meeting.id };
  return (
    <Section title="Agenda" note={`${planned} of ${minutes} minutes`}>
      <ol className={styles['list']}>
        {agenda.map((item, index) => (
          <AgendaLine
            key={item.id}
            meeting={meeting}
            item={item}
            number={index + 1}
            mayWrite={mayWrite}
          />
        ))}
      </ol>
      {mayWrite ? (
        <AddLine
          label="Add a point"
          onAdd={async (name) => void (await add.mutateAsync({ params, body: { name } }))}
        />
      ) : null}
      {mayWrite && meeting.state === 'planned' ? <Suggestions meeting={meeting} /> : null}
    </Section>
  );
}

type AgendaLineProps = AgendaSectionProps & {
  readonly item: AgendaItemView;
  readonly number: number;
};

function AgendaLine({ meeting, item, number, mayWrite }: AgendaLineProps) {
  const update = useMeetingWrite(meetings.updateItem);
  const remove = useMeetingWrite(meetings.removeItem);
  const params = { id: meeting.id, itemId: item.id };
  const change = (body: { outcome?: string; isClientVisible?: boolean }) =>
    update.mutateAsync({ params, version: item.version, body });
  return (
    <li className={styles['item']}>
      <span className={styles['number']}>{number}</span>
      <span className={styles['main']}>
        {item.name}
        {item.subject ? (
          <span className={styles['under']}>
            <SubjectLink subject={item.subject} />
          </span>
        ) : null}
        <Autosave name="outcome" value={item.outcome} save={(outcome) => change({ outcome })}>
          {(field) => (
            <TextAreaField
              label={`What came of point ${number}`}
              minRows={1}
              disabled={!mayWrite}
              {...field}
            />
          )}
        </Autosave>
        <OutcomeDecision
          meeting={meeting}
          itemId={item.id}
          of={item}
          name={item.name}
          mayWrite={mayWrite}
        />
      </span>
      <span className={styles['dim']}>{item.minutes} min</span>
      {mayWrite ? (
        <>
          {meeting.isClientVisible ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-pressed={item.isClientVisible}
              aria-label={`The client sees ${item.name}`}
              onClick={() => void quietly(() => change({ isClientVisible: !item.isClientVisible }))}
            >
              {item.isClientVisible ? <IconEye size={15} /> : <IconEyeOff size={15} />}
            </ActionIcon>
          ) : null}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Take ${item.name} off the agenda`}
            onClick={() => void quietly(() => remove.mutateAsync({ params }))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </>
      ) : null}
    </li>
  );
}

function Suggestions({ meeting }: { readonly meeting: MeetingView }) {
  const [isShown, setShown] = useState(false);
  const found = useSuggestions(meeting.id, isShown && meeting.project !== null);
  const add = useMeetingWrite(meetings.addItem);
  if (meeting.project === null) return null;
  if (!isShown) {
    return (
      <Button variant="subtle" onClick={() => setShown(true)}>
        What else is open
      </Button>
    );
  }
  const take = ({ name, minutes, subject, isClientVisible }: AgendaSuggestion) =>
    quietly(() =>
      add.mutateAsync({
        params: { id: meeting.id },
        body: { name, minutes, subject: { kind: subject.kind, id: subject.id }, isClientVisible },
      }),
    );
  const rows = found.data?.rows ?? [];
  if (found.data && rows.length === 0) {
    return <p className={styles['empty']}>Everything that is open stands on the agenda.</p>;
  }
  return (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <li key={`${row.subject.kind}:${row.subject.id}`} className={styles['item']}>
          <span className={styles['main']}>
            {row.name}
            <span className={styles['under']}>{openLabels[row.kind]}</span>
          </span>
          <Button variant="default" size="compact-sm" onClick={() => void take(row)}>
            Add
          </Button>
        </li>
      ))}
    </ul>
  );
}

async function quietly(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    notifyFailed({ message: problemOf(thrown).title });
  }
}
