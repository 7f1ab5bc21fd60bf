import { type DeliverableView, deliverables } from '@evenkeel/contract/deliverables';
import type { DeliverableId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { DateText } from '../../ui/marks/values.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { FieldLine, FieldList } from '../../ui/record/field-list.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout } from '../../ui/record/record-layout.tsx';
import { CommentsPanel } from '../comments/components/comments-panel.tsx';
import { useFiles } from '../files/api.ts';
import { FilesPanel } from '../files/components/files-panel.tsx';
import { useDeliverable, useDeliverableWrite } from './api.ts';
import { DeliverableForm } from './components/deliverable-form.tsx';
import styles from './components/deliverables.module.css';
import { VersionForm } from './components/version-form.tsx';
import { VersionItem } from './components/version-item.tsx';
import { stateMarks } from './words.ts';

const list = { label: 'Client projects', href: '/client-projects' };

/** A deliverable: its files, its versions, and what the client said to each (CL-25, PM-20). */
export function DeliverablePage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('deliverableId') as DeliverableId;
  const found = useDeliverable(id);
  return (
    <LoadedRecord found={found} noun="deliverable" list={list}>
      {(deliverable) => <Deliverable key={deliverable.id} deliverable={deliverable} />}
    </LoadedRecord>
  );
}

function Deliverable({ deliverable }: { readonly deliverable: DeliverableView }) {
  const mayWrite = useMay('write');
  const [isChanging, setChanging] = useState(false);
  const { project } = deliverable;
  const home = `/client-projects/${project.id}`;
  const subject = { kind: 'deliverable' as const, id: deliverable.id };
  return (
    <Page
      title={deliverable.name}
      breadcrumbs={[
        { label: project.name, href: home },
        { label: 'Deliverables', href: `${home}/client/deliverables` },
      ]}
      actions={
        mayWrite ? <More deliverable={deliverable} onChange={() => setChanging(true)} /> : null
      }
    >
      <RecordLayout sideLabel="Facts" side={<Facts deliverable={deliverable} />}>
        {deliverable.description ? (
          <p className={styles['note']}>{deliverable.description}</p>
        ) : null}
        <Versions deliverable={deliverable} mayWrite={mayWrite} />
        <FilesPanel subject={subject} />
        <CommentsPanel subject={subject} isOpen />
      </RecordLayout>
      {isChanging ? (
        <DeliverableForm
          projectId={project.id}
          deliverable={deliverable}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Page>
  );
}

function Facts({ deliverable }: { readonly deliverable: DeliverableView }) {
  const { label, shape, tone } = stateMarks[deliverable.state];
  const { milestone, account, project } = deliverable;
  return (
    <FieldList title="Facts">
      <FieldLine label="State">
        <StageMark label={label} shape={shape} tone={tone} />
      </FieldLine>
      <FieldLine label="Client project">
        <AppLink href={`/client-projects/${project.id}`}>{project.name}</AppLink>
      </FieldLine>
      <FieldLine label="Account">
        {account ? <AppLink href={`/accounts/${account.id}`}>{account.name}</AppLink> : null}
      </FieldLine>
      <FieldLine label="Milestone">
        {milestone ? <AppLink href={`/tasks/${milestone.id}`}>{milestone.name}</AppLink> : 'None'}
      </FieldLine>
      {milestone ? (
        <FieldLine label="Planned for">
          <DateText date={milestone.dueOn} />
        </FieldLine>
      ) : null}
      {milestone?.acceptance ? (
        <FieldLine label="Accepted when">{milestone.acceptance}</FieldLine>
      ) : null}
    </FieldList>
  );
}

function Versions({
  deliverable,
  mayWrite,
}: {
  readonly deliverable: DeliverableView;
  readonly mayWrite: boolean;
}) {
  const [isAdding, setAdding] = useState(false);
  const files = useFiles({ kind: 'deliverable', id: deliverable.id });
  const hasFiles = (files.data?.rows.length ?? 0) > 0;
  const isWaiting = deliverable.versions[0]?.state === 'asked';
  const mayAdd = mayWrite && hasFiles && !isWaiting;
  return (
    <Section
      title="Versions"
      actions={
        mayAdd ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            New version
          </Button>
        ) : null
      }
    >
      {deliverable.versions.length === 0 ? (
        <p className={styles['dim']}>
          {hasFiles
            ? 'No version yet. Make one of the files below, then ask for approval.'
            : 'No version yet. Put the files on it below, make a version of them, then ask for approval.'}
        </p>
      ) : (
        <ul className={styles['versions']} aria-label="Versions">
          {deliverable.versions.map((version) => (
            <VersionItem
              key={version.id}
              deliverable={deliverable}
              version={version}
              mayWrite={mayWrite}
            />
          ))}
        </ul>
      )}
      {isAdding ? <VersionForm deliverable={deliverable} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

type MoreProps = { readonly deliverable: DeliverableView; readonly onChange: () => void };

function More({ deliverable, onChange }: MoreProps) {
  const { mutateAsync } = useDeliverableWrite(deliverables.remove);
  const open = useOpen();
  const wasAsked = deliverable.versions.some(({ askedAt }) => askedAt !== null);
  const remove = async () => {
    try {
      await mutateAsync({ params: { id: deliverable.id } });
      open(`/client-projects/${deliverable.project.id}/client/deliverables`);
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px={8} aria-label={`More for ${deliverable.name}`}>
          <IconDots size={16} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>Change…</Menu.Item>
        {wasAsked ? null : <Menu.Item onClick={() => void remove()}>Remove</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
