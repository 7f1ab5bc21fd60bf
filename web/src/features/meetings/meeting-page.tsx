import { type MeetingView, meetings } from '@evenkeel/contract/meetings';
import type { MeetingId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconCheck, IconDots, IconMail, IconX } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { problemOf } from '../../ui/form/problem.ts';
import { TextAreaField } from '../../ui/form/text-field.tsx';
import { formatDate } from '../../ui/format/date.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { ActionsPanel } from '../actions/components/actions-panel.tsx';
import { CommentsPanel } from '../comments/components/comments-panel.tsx';
import { useMeeting, useMeetingWrite } from './api.ts';
import { AgendaSection } from './components/agenda-section.tsx';
import { type MeetingChange, MeetingFacts } from './components/meeting-facts.tsx';
import { OutcomeDecision } from './components/outcome-decision.tsx';
import { stateLabels } from './words.ts';

const list = { label: 'Meetings', href: '/meetings' };

/** One meeting: its agenda, what came of it, and who comes. */
export function MeetingPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('meetingId') as MeetingId;
  const found = useMeeting(id);
  return (
    <LoadedRecord found={found} noun="meeting" list={list}>
      {(meeting) => <OpenMeeting key={meeting.id} meeting={meeting} />}
    </LoadedRecord>
  );
}

/** What is saved of a meeting, in turn: its fields, and that it was held. */
type Change = MeetingChange | { readonly holding: true };

function OpenMeeting({ meeting }: { readonly meeting: MeetingView }) {
  const params = { id: meeting.id };
  const update = useMeetingWrite(meetings.update);
  const hold = useMeetingWrite(meetings.hold);
  const { save, state } = useSaving<Change>(meeting.version, (change, version) =>
    'holding' in change
      ? hold.mutateAsync({ params, version })
      : update.mutateAsync({ params, version, body: change }),
  );
  const mayWrite = useMay('write') && meeting.deletedAt === null;
  const subject = { kind: 'meeting' as const, id: meeting.id };
  const { project } = meeting;
  const home = project?.kind === 'client' ? '/client-projects' : '/initiatives';
  return (
    <Page
      title={meeting.name}
      breadcrumbs={
        project ? [list, { label: project.name, href: `${home}/${project.id}` }] : [list]
      }
      actions={
        <>
          <SavedNote state={state} />
          {mayWrite && meeting.state === 'planned' ? (
            <MeetingMenu meeting={meeting} />
          ) : (
            <Button
              component="a"
              href={calendarFile(meeting)}
              variant="default"
              leftSection={<IconCalendarDown size={15} />}
            >
              Calendar file
            </Button>
          )}
        </>
      }
      primary={
        mayWrite && meeting.state === 'planned' ? (
          <HoldButton hold={() => save({ holding: true })} />
        ) : null
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={
          <MeetingFacts
            meeting={meeting}
            mayWrite={mayWrite && meeting.state === 'planned'}
            save={save}
          />
        }
      >
        <Section title={`${stateLabels[meeting.state]}: ${formatDate(meeting.on)}, ${meeting.at}`}>
          <Text meeting={meeting} name="purpose" label="What it is for" {...{ mayWrite, save }} />
        </Section>
        <AgendaSection meeting={meeting} mayWrite={mayWrite} />
        <Section
          title="What came of it"
          note={meeting.isClientVisible ? 'The client reads this in the portal' : undefined}
        >
          <Text meeting={meeting} name="outcome" label="Outcome" {...{ mayWrite, save }} />
          <OutcomeDecision meeting={meeting} of={meeting} name={meeting.name} mayWrite={mayWrite} />
        </Section>
        <ActionsPanel subject={subject} isOpen={meeting.deletedAt === null} />
        <CommentsPanel subject={subject} isOpen={meeting.deletedAt === null} />
      </RecordLayout>
    </Page>
  );
}

type TextProps = {
  readonly meeting: MeetingView;
  readonly name: 'purpose' | 'outcome';
  readonly label: string;
  readonly mayWrite: boolean;
  readonly save: (change: MeetingChange) => Promise<unknown>;
};

function Text({ meeting, name, label, mayWrite, save }: TextProps) {
  return (
    <Autosave name={name} value={meeting[name]} save={(text) => save({ [name]: text })}>
      {(field) => <TextAreaField label={label} disabled={!mayWrite} {...field} />}
    </Autosave>
  );
}

function HoldButton({ hold }: { readonly hold: () => Promise<void> }) {
  return (
    <Button
      leftSection={<IconCheck size={15} />}
      onClick={() => void attempt(hold, 'Meeting held')}
    >
      It was held
    </Button>
  );
}

function MeetingMenu({ meeting }: { readonly meeting: MeetingView }) {
  const invite = useMeetingWrite(meetings.invite);
  const cancel = useMeetingWrite(meetings.cancel);
  const params = { id: meeting.id };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={15} />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconMail size={15} />}
          onClick={() => void attempt(() => invite.mutateAsync({ params }), 'Invitations sent')}
        >
          {meeting.isInvited ? 'Send the invitations again' : 'Send the invitations'}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={calendarFile(meeting)}
          leftSection={<IconCalendarDown size={15} />}
        >
          Calendar file
        </Menu.Item>
        <Menu.Item
          leftSection={<IconX size={15} />}
          onClick={() =>
            void attempt(
              () => cancel.mutateAsync({ params, version: meeting.version }),
              'Meeting cancelled',
            )
          }
        >
          Cancel the meeting
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function calendarFile({ id }: MeetingView): string {
  return `/api/v1/meetings/${id}/invitation`;
}

async function attempt(act: () => Promise<unknown>, message: string): Promise<void> {
  try {
    await act();
    notifyDone({ message });
  } catch (thrown) {
    notifyFailed({ message: problemOf(thrown).title });
  }
}
