import {
  type ApprovalView,
  type DeliverableVersionView,
  type DeliverableView,
  deliverables,
} from '@evenkeel/contract/deliverables';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatBytes } from '../../../ui/format/bytes.ts';
import { formatInstant, readerToday } from '../../../ui/format/date.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { RelativeDate } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { fileAddress } from '../../files/api.ts';
import { useDeliverableWrite } from '../api.ts';
import { stateMarks } from '../words.ts';
import { AskForm } from './ask-form.tsx';
import styles from './deliverables.module.css';

type VersionItemProps = {
  readonly deliverable: DeliverableView;
  readonly version: DeliverableVersionView;
  readonly mayWrite: boolean;
};

/** A version: its files with their hashes, and what each contact said to it. */
export function VersionItem({ deliverable, version, mayWrite }: VersionItemProps) {
  const [isAsking, setAsking] = useState(false);
  const withdraw = useDeliverableWrite(deliverables.withdraw);
  const { label, shape, tone } = stateMarks[version.state];
  const takeBack = async () => {
    try {
      await withdraw.mutateAsync({ params: { id: deliverable.id, versionId: version.id } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <li className={styles['version']}>
      <div className={styles['head']}>
        <span className={styles['number']}>Version {version.number}</span>
        <StageMark label={label} shape={shape} tone={tone} />
        {version.state === 'asked' && version.dueOn ? (
          <RelativeDate date={version.dueOn} today={readerToday()} />
        ) : null}
        <span className={styles['grow']} />
        {mayWrite && version.state === 'draft' ? (
          <Button onClick={() => setAsking(true)}>Ask for approval</Button>
        ) : null}
        {mayWrite && version.state === 'asked' ? (
          <Button variant="default" loading={withdraw.isPending} onClick={() => void takeBack()}>
            Take back
          </Button>
        ) : null}
      </div>
      {version.note ? <p className={styles['note']}>{version.note}</p> : null}
      <ul className={styles['rows']} aria-label={`Files of version ${version.number}`}>
        {version.files.map((file) => (
          <li key={file.fileId} className={styles['row']}>
            <a href={fileAddress({ id: file.fileId })} download={file.name}>
              {file.name}
            </a>
            <span className={styles['dim']}>{formatBytes(file.byteSize)}</span>
            <span className={styles['hash']} title={`SHA-256 ${file.sha256}`}>
              {file.sha256.slice(0, 12)}…
            </span>
          </li>
        ))}
      </ul>
      <ul className={styles['rows']} aria-label={`Approvals of version ${version.number}`}>
        {version.approvals.map((approval) => (
          <Approval key={approval.id} approval={approval} isOpen={version.state === 'asked'} />
        ))}
      </ul>
      {isAsking ? (
        <AskForm deliverable={deliverable} version={version} onClose={() => setAsking(false)} />
      ) : null}
    </li>
  );
}

function Approval({
  approval,
  isOpen,
}: {
  readonly approval: ApprovalView;
  readonly isOpen: boolean;
}) {
  const { decision, contact, decidedBy, decidedAt, reason, task } = approval;
  if (decision === null) {
    return (
      <li className={styles['row']}>
        <ProgressGlyph shape="ring" />
        <span className={styles['dim']}>
          {isOpen ? `Waiting for ${contact.name}` : `${contact.name} was not needed any more`}
        </span>
      </li>
    );
  }
  const isYes = decision === 'approved';
  return (
    <li className={styles['row']}>
      <ProgressGlyph shape={isYes ? 'done' : 'cancelled'} tone={isYes ? 'good' : 'bad'} />
      <span>
        {isYes ? 'Approved' : 'Rejected'} by {decidedBy}
        {decidedBy === contact.name ? '' : ` for ${contact.name}`}
        {decidedAt ? `, ${formatInstant(decidedAt)}` : ''}
      </span>
      {task ? <AppLink href={`/tasks/${task.id}`}>{task.name}</AppLink> : null}
      {reason ? <p className={styles['reason']}>{reason}</p> : null}
    </li>
  );
}
