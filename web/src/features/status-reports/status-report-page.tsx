import { type StatusReportView, statusReports } from '@evenkeel/contract/status-reports';
import type { StatusReportId } from '@evenkeel/core/id';
import { portalLanguages } from '@evenkeel/core/words/language';
import { Button, Menu } from '@mantine/core';
import { IconDots, IconFileTypePdf, IconRefresh, IconSend, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { problemOf } from '../../ui/form/problem.ts';
import { formatDate } from '../../ui/format/date.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { SavedNote } from '../../ui/record/record-layout.tsx';
import { CommentsPanel } from '../comments/components/comments-panel.tsx';
import { useReportWrite, useStatusReport } from './api.ts';
import styles from './components/reports.module.css';
import { type TextChange, VoiceText } from './components/voice-editor.tsx';
import { languageLabels, reactionLabels } from './words.ts';

/** One report in its two voices, side by side: written, sent, answered. */
export function StatusReportPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('reportId') as StatusReportId;
  const found = useStatusReport(id);
  const list = { label: 'Client projects', href: '/client-projects' };
  return (
    <LoadedRecord found={found} noun="status report" list={list}>
      {(report) => <OpenReport key={report.id} report={report} />}
    </LoadedRecord>
  );
}

/** What is saved of a draft, in turn: texts, and that it goes out. */
type Change = TextChange | { readonly sending: true };

function OpenReport({ report }: { readonly report: StatusReportView }) {
  const params = { id: report.id };
  const update = useReportWrite(statusReports.update);
  const send = useReportWrite(statusReports.send);
  const { save, state } = useSaving<Change>(report.version, (change, version) =>
    'sending' in change
      ? send.mutateAsync({ params, version })
      : update.mutateAsync({ params, version, body: change }),
  );
  const isDraft = report.sentAt === null;
  const mayEdit = useMay('write') && isDraft;
  const home = `/client-projects/${report.project.id}`;
  return (
    <Page
      title={`Report for the week of ${formatDate(report.weekFrom)}`}
      breadcrumbs={[
        { label: report.project.name, href: home },
        { label: 'Reports', href: `${home}/client/reports` },
      ]}
      actions={
        <>
          <SavedNote state={state} />
          <Button
            component="a"
            href={`/api/v1/status-reports/${report.id}/pdf`}
            variant="default"
            leftSection={<IconFileTypePdf size={15} />}
          >
            PDF
          </Button>
          {mayEdit ? <DraftMenu report={report} home={home} /> : null}
        </>
      }
      primary={mayEdit ? <SendButton report={report} send={() => save({ sending: true })} /> : null}
    >
      <div className={styles['stack']}>
        {isDraft ? null : <Answers report={report} />}
        <div className={styles['voices']}>
          <Section
            framed
            title={`For the client, in ${languageLabels[report.language]}`}
            note="Made of what the client can see and nothing else. Formal"
          >
            <VoiceText report={report} voice="clientText" mayEdit={mayEdit} save={save} />
          </Section>
          <Section framed title="For the team" note="Never shown to the client">
            <VoiceText report={report} voice="internalText" mayEdit={mayEdit} save={save} />
          </Section>
        </div>
        <Told report={report} />
        {isDraft ? null : <CommentsPanel subject={{ kind: 'status-report', id: report.id }} />}
      </div>
    </Page>
  );
}

type SendButtonProps = {
  readonly report: StatusReportView;
  readonly send: () => Promise<void>;
};

function SendButton({ report, send }: SendButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const [isSending, setSending] = useState(false);
  const confirm = async () => {
    setAsking(false);
    setSending(true);
    try {
      await send();
      notifyDone({ message: 'Report sent' });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Button
        leftSection={<IconSend size={15} />}
        loading={isSending}
        disabled={!report.isPortalOpen}
        title={report.isPortalOpen ? undefined : 'Open the portal of this project first'}
        onClick={() => setAsking(true)}
      >
        Send to the client
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title="Send this report?"
        confirmLabel="Send"
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {report.account?.name ?? 'The client'} can read it from then on, and it stays as it is.
        {report.told.length > 0 ? ' The dates that it tells become promises.' : ''}
      </ConfirmDialog>
    </>
  );
}

type DraftMenuProps = { readonly report: StatusReportView; readonly home: string };

function DraftMenu({ report, home }: DraftMenuProps) {
  const draft = useReportWrite(statusReports.draft);
  const remove = useReportWrite(statusReports.remove);
  const open = useOpen();
  const attempt = async (act: () => Promise<unknown>, message: string) => {
    try {
      await act();
      notifyDone({ message });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const anew = (language: StatusReportView['language']) =>
    attempt(
      () => draft.mutateAsync({ body: { projectId: report.project.id, language } }),
      'Drafted anew from the facts of today',
    );
  const discard = () =>
    attempt(async () => {
      await remove.mutateAsync({ params: { id: report.id } });
      open(`${home}/client/reports`);
    }, 'Draft thrown away');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={15} />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Draft anew, your changes are lost</Menu.Label>
        {portalLanguages.map((language) => (
          <Menu.Item
            key={language}
            leftSection={<IconRefresh size={15} />}
            onClick={() => void anew(language)}
          >
            In {languageLabels[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void discard()}>
          Throw the draft away
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What came back from the client with one touch. */
function Answers({ report }: { readonly report: StatusReportView }) {
  return (
    <Section framed title="What the client said">
      {report.reactions.length === 0 ? (
        <p className={styles['empty']}>Nobody has reacted yet. What they write is below.</p>
      ) : (
        <ul className={styles['list']}>
          {report.reactions.map(({ member, reaction }) => (
            <li key={member.id} className={styles['item']}>
              <span className={styles['main']}>{member.name}</span>
              <span>{reactionLabels[reaction]}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The dates that the report tells. */
function Told({ report }: { readonly report: StatusReportView }) {
  if (report.told.length === 0) return null;
  return (
    <Section
      framed
      title="Dates told with it"
      note={report.sentAt === null ? 'Sent, each is a promise' : 'Each is a promise'}
    >
      <ul className={styles['list']}>
        {report.told.map(({ id, name, on }) => (
          <li key={id} className={styles['item']}>
            <span className={styles['main']}>{name}</span>
            <span>{formatDate(on)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
