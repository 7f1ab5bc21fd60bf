import { type PersonView, people } from '@evenkeel/contract/people';
import { addDays } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { formatDate, readerToday } from '../../ui/format/date.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { TryScenarioItem } from '../balance/scenarios/components/try-scenario-link.tsx';
import { CapacityPanel } from '../capacity/components/capacity-panel.tsx';
import { ComparedHoursPanel } from '../compared-hours/components/compared-hours-panel.tsx';
import { OverAllocationsPanel } from '../compared-hours/components/over-allocations-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { KeptRatePanel } from '../promises/components/kept-rate-panel.tsx';
import { usePeopleWrite, usePerson } from './api.ts';
import styles from './components/people.module.css';
import { type PersonChange, PersonFields } from './components/person-fields.tsx';
import { PersonRates } from './components/person-rates.tsx';
import { PersonTerms } from './components/person-terms.tsx';
import { LeavePanel } from './leave/components/leave-panel.tsx';
import { hasLeft } from './model.ts';
import { PersonSkillsPanel } from './skills/components/person-skills-panel.tsx';

const list = { label: 'People', href: '/people' };

/** One person: what they do, where they belong, their hours, and their rates over time. */
export function PersonPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('personId') as PersonId;
  const found = usePerson(id);
  return (
    <LoadedRecord found={found} noun="person" list={list}>
      {(person) => <OpenPerson key={id} person={person} />}
    </LoadedRecord>
  );
}

function OpenPerson({ person }: { readonly person: PersonView }) {
  const mayManage = useMay('manage') && person.deletedAt === null;
  const update = usePeopleWrite(people.update);
  const { save, state } = useSaving<PersonChange>(person.version, (body, version) =>
    update.mutateAsync({ params: { id: person.id }, version, body }),
  );
  return (
    <Page
      title={person.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          <PersonActions person={person} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={<PersonFields person={person} mayManage={mayManage} save={save} />}
      >
        <Autosave name="name" value={person.name} save={(name) => save({ name })}>
          {(field) => <TitleField label="Name" disabled={!mayManage} {...field} />}
        </Autosave>
        <p className={styles['quiet']}>{standing(person)}</p>
        <Section
          title="Hours, role and team"
          note="Over time. New terms never change the days before them."
        >
          <PersonTerms person={person} mayManage={mayManage} />
        </Section>
        {person.rates ? (
          <Section
            title="Rates"
            note="Per hour. The latest that has begun counts; a new one never changes the days before it."
          >
            <PersonRates person={person} />
          </Section>
        ) : null}
        <OverAllocationsPanel of={{ personId: person.id }} />
        <ComparedHoursPanel of={{ personId: person.id }} by="project" />
        <KeptRatePanel of={{ personId: person.id }} />
        <CapacityPanel personId={person.id} />
        <LeavePanel person={person} isKept={person.deletedAt === null} />
        <PersonSkillsPanel personId={person.id} isKept={person.deletedAt === null} />
        <Section title="History">
          <HistoryPanel root="person" rootId={person.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function PersonActions({ person }: { readonly person: PersonView }) {
  const mayManage = useMay('manage');
  const remove = usePeopleWrite(people.remove);
  const restore = usePeopleWrite(people.restore);
  const params = { id: person.id };
  return (
    <>
      {person.deletedAt === null ? (
        <Button
          component={AppLink}
          href={`/time?person=${person.id}`}
          variant="default"
          leftSection={<IconClock size={15} />}
        >
          Time
        </Button>
      ) : null}
      <RecordMenu
        record={{
          ...person,
          href: `/people/${person.id}`,
          listHref: list.href,
          remove: () => remove.mutateAsync({ params }),
          restore: () => restore.mutateAsync({ params }),
        }}
        mayWrite={mayManage}
      >
        <TryScenarioItem
          facts={{ kind: 'leave', personId: person.id, lastDay: addDays(readerToday(), 30) }}
        />
      </RecordMenu>
    </>
  );
}

function standing(person: PersonView): string {
  const login = person.member ? `Logs in as ${person.member.name}.` : 'Has no login.';
  if (person.leftOn === null) return login;
  const verb = hasLeft(person, readerToday()) ? 'Left' : 'Leaves';
  return `${verb} on ${formatDate(person.leftOn)}. ${login}`;
}
