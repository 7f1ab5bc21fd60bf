import {
  type ChangeEffectView,
  type ChangeRequestView,
  changeRequests,
} from '@evenkeel/contract/change-requests';
import type { ProjectId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useChangeWrite } from '../api.ts';
import { changeMarks } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import styles from './changes.module.css';
import { EffectList } from './effect-list.tsx';

type ChangeItemProps = {
  readonly change: ChangeRequestView;
  readonly projectId: ProjectId;
  readonly mayWrite: boolean;
};

/** One change: who asked for it, what it does, and what we can do about it. */
export function ChangeItem({ change, projectId, mayWrite }: ChangeItemProps) {
  const [open, setOpen] = useState<'form' | 'close' | null>(null);
  const [preview, setPreview] = useState<ChangeEffectView | null>(null);
  const isOpen = change.state === 'requested' || change.state === 'sent';
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <span className={styles['name']}>{change.name}</span>
        <StageMark {...changeMarks[change.state]} />
        <span className={styles['dim']}>
          {change.side === 'theirs' ? 'Asked for by the client' : 'Asked for by us'}:{' '}
          {change.askedBy}, {formatInstant(change.createdAt)}
        </span>
      </div>
      {change.wanted ? <p className={styles['text']}>{change.wanted}</p> : null}
      <Standing change={change} preview={preview} />
      {mayWrite && isOpen ? (
        <Steps
          change={change}
          onEdit={() => setOpen('form')}
          onClose={() => setOpen('close')}
          onPreview={setPreview}
        />
      ) : null}
      {open === 'form' ? (
        <ChangeForm projectId={projectId} change={change} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'close' ? <CloseForm change={change} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

type StandingProps = {
  readonly change: ChangeRequestView;
  readonly preview: ChangeEffectView | null;
};

/** What was different, what it does, and what was said to it. */
function Standing({ change, preview }: StandingProps) {
  const effect = change.state === 'requested' ? preview : change.effect;
  return (
    <>
      {change.staleReasons.length > 0 ? (
        <div className={styles['stale']}>
          The client accepted it, but it would not be as it was shown any more; nothing was done.
          <ul>
            {change.staleReasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {effect ? <EffectList effect={effect} /> : null}
      {change.decidedBy ? (
        <p className={styles['dim']}>
          {changeMarks[change.state].label} by {change.decidedBy}
          {change.decidedAt ? `, ${formatInstant(change.decidedAt)}` : ''}
          {change.reason ? `: ${change.reason}` : ''}
        </p>
      ) : null}
    </>
  );
}

type StepsProps = {
  readonly change: ChangeRequestView;
  readonly onEdit: () => void;
  readonly onClose: () => void;
  readonly onPreview: (effect: ChangeEffectView) => void;
};

function Steps({ change, onEdit, onClose, onPreview }: StepsProps) {
  const effect = useChangeWrite(changeRequests.effect);
  const send = useChangeWrite(changeRequests.send);
  const params = { id: change.id };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const isOurs = change.state === 'requested';
  return (
    <div className={styles['steps']}>
      {isOurs ? (
        <>
          <Button variant="default" onClick={onEdit}>
            {change.work.length === 0 ? 'Say what work it takes' : 'Change…'}
          </Button>
          {change.work.length > 0 ? (
            <>
              <Button
                variant="default"
                loading={effect.isPending}
                onClick={() =>
                  void attempt(async () => onPreview(await effect.mutateAsync({ params })))
                }
              >
                Work out the effect
              </Button>
              <Button
                loading={send.isPending}
                onClick={() =>
                  void attempt(
                    async () => void (await send.mutateAsync({ params, version: change.version })),
                  )
                }
              >
                Send to the client
              </Button>
            </>
          ) : null}
        </>
      ) : null}
      <Button variant="subtle" color="gray" onClick={onClose}>
        {change.side === 'theirs' ? 'Refuse…' : 'Withdraw…'}
      </Button>
    </div>
  );
}

function CloseForm({
  change,
  onClose,
}: {
  readonly change: ChangeRequestView;
  readonly onClose: () => void;
}) {
  const close = useChangeWrite(changeRequests.close);
  const isRefusal = change.side === 'theirs';
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: {
      reason: (text) => (isRefusal && text.trim() === '' ? 'Say why.' : null),
    },
    onSubmit: async (body) => {
      await close.mutateAsync({ params: { id: change.id }, version: change.version, body });
      onClose();
    },
  });
  const verb = isRefusal ? 'Refuse' : 'Withdraw';
  return (
    <FormModal
      opened
      title={`${verb}: ${change.name}`}
      submitLabel={verb}
      form={form}
      onClose={onClose}
    >
      <TextAreaField
        label="Reason, for the client"
        required={isRefusal}
        autoFocus
        {...form.field('reason')}
      />
    </FormModal>
  );
}
