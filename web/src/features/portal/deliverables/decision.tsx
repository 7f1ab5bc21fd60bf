import { type PortalVersion, portalDeliverables } from '@evenkeel/contract/portal/deliverables';
import type { ProjectId } from '@evenkeel/core/id';
import { workingWords } from '@evenkeel/core/words/working-together';
import { Button, Modal, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { usePortalWords } from '../portal-context.ts';
import { usePortalDeliverableWrite } from './api.ts';
import styles from './deliverables.module.css';

type DecisionProps = { readonly projectId: ProjectId; readonly version: PortalVersion };

/** The reader's own yes or no to a version, where they were asked and have not said. */
export function Decision({ projectId, version }: DecisionProps) {
  const words = usePortalWords(workingWords);
  const [open, setOpen] = useState<'approved' | 'rejected' | null>(null);
  const own = version.approvals.find(({ isMine, decision }) => isMine && decision === null);
  if (!own) return null;
  return (
    <div className={styles['decision']}>
      <Button size="md" leftSection={<IconCheck size={17} />} onClick={() => setOpen('approved')}>
        {words('approve')}
      </Button>
      <Button size="md" variant="default" onClick={() => setOpen('rejected')}>
        {words('reject')}
      </Button>
      {open ? (
        <DecisionDialog
          params={{ projectId, approvalId: own.id }}
          number={version.number}
          decision={open}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

type DialogProps = {
  readonly params: {
    readonly projectId: ProjectId;
    readonly approvalId: PortalVersion['approvals'][number]['id'];
  };
  readonly number: number;
  readonly decision: 'approved' | 'rejected';
  readonly onClose: () => void;
};

function DecisionDialog({ params, number, decision, onClose }: DialogProps) {
  const words = usePortalWords(workingWords);
  const decide = usePortalDeliverableWrite(portalDeliverables.decide);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isRejection = decision === 'rejected';
  const send = async () => {
    if (isRejection && reason.trim() === '') return setProblem(words('reasonMissing'));
    try {
      await decide.mutateAsync({ params, body: isRejection ? { decision, reason } : { decision } });
      onClose();
    } catch (thrown) {
      const isStale = thrown instanceof ApiError && thrown.problem.status === 409;
      setProblem(words(isStale ? 'changedMeanwhile' : 'wentWrong'));
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(isRejection ? 'rejectTitle' : 'approveTitle', { number })}
      closeButtonProps={{ 'aria-label': words('cancel') }}
    >
      {isRejection ? (
        <Textarea
          label={words('rejectReason')}
          description={words('rejectHint')}
          required
          autosize
          minRows={3}
          maxLength={5000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : (
        <p>{words('approveHint')}</p>
      )}
      {problem ? (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      ) : null}
      <div className={styles['foot']}>
        <Button variant="default" size="md" onClick={onClose}>
          {words('cancel')}
        </Button>
        <Button size="md" loading={decide.isPending} onClick={() => void send()}>
          {words(isRejection ? 'reject' : 'approve')}
        </Button>
      </div>
    </Modal>
  );
}
