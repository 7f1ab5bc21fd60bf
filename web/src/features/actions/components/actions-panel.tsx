import { type ActionView, actions } from '@evenkeel/contract/actions';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMay, useSession } from '../../../lib/session.ts';
import { DateField } from '../../../ui/form/date-field.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useActionsOn, useActionWrite } from '../api.ts';
import { ActionForm } from './action-form.tsx';
import { ActionLine } from './action-line.tsx';
import styles from './actions.module.css';

type ActionsPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be added: the record does not lie in the trash. */
  readonly isOpen: boolean;
};

/** The small to-dos of a record, on every record's page (ST-41). */
export function ActionsPanel({ subject, isOpen }: ActionsPanelProps) {
  const found = useActionsOn(subject);
  const mayWrite = useMay('write');
  const [opened, setOpened] = useState<ActionView | null>(null);
  return (
    <Section title="Actions" note="Small to-dos with an owner and a day">
      <Loaded found={found} what="the actions">
        {({ rows }) => (
          <ul className={styles['lines']}>
            {openFirst(rows).map((action) => (
              <ActionLine key={action.id} action={action} mayWrite={mayWrite} onOpen={setOpened} />
            ))}
          </ul>
        )}
      </Loaded>
      {mayWrite && isOpen ? <AddAction subject={subject} /> : null}
      {opened ? (
        <ActionForm key={opened.id} action={opened} onClose={() => setOpened(null)} />
      ) : null}
    </Section>
  );
}

function openFirst(rows: readonly ActionView[]): readonly ActionView[] {
  return rows.toSorted((a, b) => Number(a.doneOn !== null) - Number(b.doneOn !== null));
}

/** Adds an action in the line below the others. Owner and day are the reader's own unless changed. */
function AddAction({ subject }: { readonly subject: SubjectRef }) {
  const { member, user } = useSession();
  const self = member.personId === null ? null : { id: member.personId, name: user.name };
  const create = useActionWrite(actions.create);
  const [name, setName] = useState('');
  const [owner, setOwner] = useState<PickedPerson | null>(self);
  const [dueOn, setDueOn] = useState<CalendarDate | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    try {
      const body = { name, subject, ownerId: owner?.id ?? null, dueOn };
      await create.mutateAsync({ body });
      setName('');
      setDueOn(null);
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <form className={styles['add']} onSubmit={(event) => void add(event)} aria-label="Add action">
      <TextField label="New action" value={name} onChange={setName} maxLength={300} />
      {name.trim() === '' ? null : (
        <>
          <PersonPicker label="Owner" value={owner} onChange={setOwner} />
          <DateField label="Due" value={dueOn} onChange={setDueOn} />
          <Button type="submit" variant="default" loading={create.isPending}>
            Add
          </Button>
        </>
      )}
    </form>
  );
}
