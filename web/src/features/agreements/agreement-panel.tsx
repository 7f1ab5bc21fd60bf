import {
  type AgreementView,
  type ProjectAgreement,
  workingAgreements,
} from '@evenkeel/contract/working-agreements';
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../ui/form/problem.ts';
import { formatInstant } from '../../ui/format/date.ts';
import { ProgressGlyph } from '../../ui/marks/progress-glyph.tsx';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import type { ClientSectionProps } from '../projects/client-project-page.tsx';
import { useAgreement, useAgreementWrite } from './api.ts';
import styles from './components/agreement.module.css';
import { AgreementDocument } from './components/agreement-document.tsx';
import { AgreementForm } from './components/agreement-form.tsx';
import { ContactStanding } from './components/contacts-due-panel.tsx';

/** How both sides work together on a project, and who has acknowledged it (CL-02, CL-12). */
export function AgreementPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useAgreement(project.id);
  return (
    <Loaded found={found} what="the working agreement">
      {(agreement) => <Agreement project={project} mayWrite={mayWrite} found={agreement} />}
    </Loaded>
  );
}

type AgreementProps = ClientSectionProps & { readonly found: ProjectAgreement };

function Agreement({ project, mayWrite, found }: AgreementProps) {
  const [isWriting, setWriting] = useState(false);
  const { current, draft } = found;
  const write = (label: string, isMain: boolean) =>
    mayWrite ? (
      <Button variant={isMain ? 'filled' : 'default'} onClick={() => setWriting(true)}>
        {label}
      </Button>
    ) : null;
  return (
    <div className={styles['stack']}>
      {found.startedWithout ? (
        <Alert color="yellow" icon={<IconAlertTriangle size={16} />}>
          Work has started, and no working agreement is acknowledged by both sides.
        </Alert>
      ) : null}
      <Section title="Contact with the client">
        <ContactStanding contact={found.contact} />
      </Section>
      {draft ? (
        <Draft
          project={project}
          mayWrite={mayWrite}
          draft={draft}
          change={write('Change…', false)}
        />
      ) : null}
      {current ? (
        <Current
          project={project}
          current={current}
          change={draft ? null : write('Change…', false)}
          mayAcknowledge={found.mayAcknowledge && mayWrite}
        />
      ) : null}
      {current || draft ? null : (
        <EmptyState
          icon={<IconFileText size={20} stroke={1.6} />}
          title="No working agreement yet"
          actions={write('Write the agreement', true)}
        >
          It says who does what on both sides, how you keep in touch, what counts as a delay and
          what may come as a surprise. Both sides acknowledge it before the work starts.
        </EmptyState>
      )}
      <Earlier agreements={found.earlier} />
      {isWriting ? (
        <AgreementForm
          projectId={project.id}
          content={(draft ?? current)?.content ?? found.suggestion}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </div>
  );
}

type DraftProps = ClientSectionProps & {
  readonly draft: AgreementView;
  readonly change: ReactNode;
};

function Draft({ project, mayWrite, draft, change }: DraftProps) {
  return (
    <Section
      title={`Draft of version ${draft.number}`}
      note="Only the firm sees it. Proposed, both sides are asked to acknowledge it."
      actions={
        <>
          {change}
          {mayWrite ? <ProposeButton project={project} /> : null}
        </>
      }
    >
      <AgreementDocument content={draft.content} />
    </Section>
  );
}

type CurrentProps = Pick<ClientSectionProps, 'project'> & {
  readonly current: AgreementView;
  readonly change: ReactNode;
  readonly mayAcknowledge: boolean;
};

function Current({ project, current, change, mayAcknowledge }: CurrentProps) {
  return (
    <Section
      title={`Version ${current.number}`}
      note={current.state === 'agreed' ? 'Acknowledged by both sides.' : 'Proposed.'}
      actions={
        <>
          {change}
          {mayAcknowledge ? <AcknowledgeButton project={project} agreement={current} /> : null}
        </>
      }
    >
      <Acknowledgements agreement={current} />
      <AgreementDocument content={current.content} />
    </Section>
  );
}

function ProposeButton({ project }: Pick<ClientSectionProps, 'project'>) {
  const propose = useAgreementWrite(workingAgreements.propose);
  const send = async () => {
    try {
      await propose.mutateAsync({ params: { projectId: project.id } });
      notifyDone({ message: 'Proposed: both sides can acknowledge it now' });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button loading={propose.isPending} onClick={() => void send()}>
      Propose to both sides
    </Button>
  );
}

type AcknowledgeButtonProps = Pick<ClientSectionProps, 'project'> & {
  readonly agreement: AgreementView;
};

function AcknowledgeButton({ project, agreement }: AcknowledgeButtonProps) {
  const acknowledge = useAgreementWrite(workingAgreements.acknowledge);
  const send = async () => {
    try {
      const params = { projectId: project.id };
      await acknowledge.mutateAsync({ params, body: { agreementId: agreement.id } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button loading={acknowledge.isPending} onClick={() => void send()}>
      Acknowledge for us
    </Button>
  );
}

function Acknowledgements({ agreement }: { readonly agreement: AgreementView }) {
  const { acknowledgements } = agreement;
  const isMissing = (side: 'ours' | 'theirs') => !acknowledgements.some((one) => one.side === side);
  return (
    <ul className={styles['said']} aria-label="Acknowledged by">
      {acknowledgements.map(({ side, name, at }) => (
        <li key={`${side} ${name} ${at}`}>
          <ProgressGlyph shape="done" tone="good" />
          {name}, {side === 'ours' ? 'for us' : 'for the client'}, {formatInstant(at)}
        </li>
      ))}
      {isMissing('ours') ? (
        <li>
          <ProgressGlyph shape="ring" />
          Nobody of ours has acknowledged it yet
        </li>
      ) : null}
      {isMissing('theirs') ? (
        <li>
          <ProgressGlyph shape="ring" />
          Nobody at the client has acknowledged it yet
        </li>
      ) : null}
    </ul>
  );
}

function Earlier({ agreements }: { readonly agreements: readonly AgreementView[] }) {
  if (agreements.length === 0) return null;
  return (
    <Section title="Earlier versions">
      {agreements.map((agreement) => (
        <details key={agreement.id} className={styles['earlier']}>
          <summary>
            Version {agreement.number}
            {agreement.proposedAt ? `, proposed ${formatInstant(agreement.proposedAt)}` : ''}
          </summary>
          <Acknowledgements agreement={agreement} />
          <AgreementDocument content={agreement.content} />
        </details>
      ))}
    </Section>
  );
}
