import { type PersonView, people } from '@evenkeel/contract/people';
import type { PersonId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconClock, IconDots, IconTrash } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { formatDate, readerToday } from '../../ui/format/date.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout } from '../../ui/record/record-layout.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { usePeopleWrite, usePerson } from './api.ts';
import styles from './components/people.module.css';
import { PersonFields, useSavePerson } from './components/person-fields.tsx';
import { PersonRates } from './components/person-rates.tsx';
import { hasLeft } from './model.ts';

const list = { label: 'People', href: '/people' };

/** One person: what they do, where they belong, their hours, and their rates over time. */
export function PersonPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('personId') as PersonId;
  const found = usePerson(id);
  return (
    <LoadedRecord found={found} noun="person" list={list}>
      {(person) => <OpenPerson person={person} />}
    </LoadedRecord>
  );
}

function OpenPerson({ person }: { readonly person: PersonView }) {
  const mayManage = useMay('manage') && person.deletedAt === null;
  const save = useSavePerson(person);
  return (
    <Page
      title={person.name}
      breadcrumbs={[list]}
      actions={<PersonActions person={person} mayManage={mayManage} />}
    >
      <RecordLayout sideLabel="Facts" side={<PersonFields person={person} mayManage={mayManage} />}>
        <Autosave name="name" value={person.name} save={(name) => save({ name })}>
          {(field) => <TitleField label="Name" disabled={!mayManage} {...field} />}
        </Autosave>
        <p className={styles['quiet']}>{standing(person)}</p>
        {person.rates ? (
          <Section
            title="Rates"
            note="Per hour. The latest that has begun counts; a new one never changes the days before it."
          >
            <PersonRates person={person} />
          </Section>
        ) : null}
        <Section title="History">
          <HistoryPanel root="person" rootId={person.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function PersonActions({ person, mayManage }: { person: PersonView; mayManage: boolean }) {
  const open = useOpen();
  const remove = usePeopleWrite(people.remove);
  const restore = usePeopleWrite(people.restore);
  const undelete = async () => {
    await restore.mutateAsync({ params: { id: person.id } });
    open(`/people/${person.id}`);
  };
  const putAway = async () => {
    await remove.mutateAsync({ params: { id: person.id } });
    notifyDone({ message: `${person.name} moved to the trash`, undo: undelete });
    open('/people');
  };
  if (person.deletedAt !== null) {
    return <Button onClick={() => void undelete()}>Take out of the trash</Button>;
  }
  return (
    <>
      <Button
        component={AppLink}
        href={`/time?person=${person.id}`}
        variant="default"
        leftSection={<IconClock size={15} />}
      >
        Time
      </Button>
      {mayManage ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px={8} aria-label={`More for ${person.name}`}>
              <IconDots size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void putAway()}>
              Move to the trash
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}

function standing(person: PersonView): string {
  const login = person.member ? `Logs in as ${person.member.name}.` : 'Has no login.';
  if (person.leftOn === null) return login;
  const verb = hasLeft(person, readerToday()) ? 'Left' : 'Leaves';
  return `${verb} on ${formatDate(person.leftOn)}. ${login}`;
}
