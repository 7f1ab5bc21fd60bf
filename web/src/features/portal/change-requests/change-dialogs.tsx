import { type PortalChange, portalChanges } from '@evenkeel/contract/portal/change-requests';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { changeWords } from '@evenkeel/core/words/change-request';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { usePortalChangeWrite } from './api.ts';
import styles from './changes.module.css';

type AskDialogProps = { readonly projectId: ProjectId; readonly onClose: () => void };

/** The client asks for something to be different. */
export function AskDialog({ projectId, onClose }: AskDialogProps) {
  const words = usePortalWords(changeWords);
  const create = usePortalChangeWrite(portalChanges.create);
  const [name, setName] = useState('');
  const [wanted, setWanted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    if (name.trim() === '') return setProblem(words('nameMissing'));
    try {
      await create.mutateAsync({ params: { projectId }, body: { name, wanted } });
      onClose();
    } catch {
      setProblem(words('failed'));
    }
  };
  return (
    <Dialog
      title={words('ask')}
      submit={words('send')}
      isBusy={create.isPending}
      problem={problem}
      onSubmit={send}
      onClose={onClose}
    >
      <TextInput
        label={words('name')}
        required
        maxLength={300}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words('wanted')}
        autosize
        minRows={4}
        maxLength={20_000}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
    </Dialog>
  );
}

type DecideDialogProps = AskDialogProps & {
  readonly change: PortalChange;
  readonly decision: 'accepted' | 'declined';
  /** It would not be as it was shown any more, and went back to the firm. */
  readonly onStale: () => void;
};

/** The client accepts a change as it is shown, or declines it. */
export function DecideDialog({ projectId, change, decision, onClose, onStale }: DecideDialogProps) {
  const words = usePortalWords(changeWords);
  const { firm, language } = usePortal();
  const decide = usePortalChangeWrite(portalChanges.decide);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isYes = decision === 'accepted';
  const price = formatMoney(money(change.shown?.price ?? 0, firm.currency), language);
  const send = async () => {
    try {
      const params = { projectId, changeId: change.id };
      const body = { decision, reason };
      const { state } = await decide.mutateAsync({ params, version: change.version, body });
      if (state === 'requested') onStale();
      onClose();
    } catch (thrown) {
      const isStale = thrown instanceof ApiError && thrown.problem.status === 409;
      setProblem(words(isStale ? 'changedMeanwhile' : 'failed'));
    }
  };
  return (
    <Dialog
      title={words(isYes ? 'acceptTitle' : 'declineTitle')}
      submit={words(isYes ? 'accept' : 'decline')}
      isBusy={decide.isPending}
      problem={problem}
      onSubmit={send}
      onClose={onClose}
    >
      {isYes ? (
        <p>{words('acceptHint', { price })}</p>
      ) : (
        <Textarea
          label={words('reason')}
          autosize
          minRows={3}
          maxLength={5_000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}

type DialogProps = {
  readonly title: string;
  readonly submit: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function Dialog({ title, submit, isBusy, problem, onSubmit, onClose, children }: DialogProps) {
  const words = usePortalWords(changeWords);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': words('cancel') }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        {children}
        {problem ? <p role="alert">{problem}</p> : null}
        <div className={styles['foot']}>
          <Button variant="default" size="md" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button type="submit" size="md" loading={isBusy}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
