import { type ClientDutyView, clientDuties } from '@evenkeel/contract/client-duties';
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { RelativeDate } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useDutyWrite } from '../api.ts';
import { dutyKindLabels, dutyMarks } from '../words.ts';
import styles from './duties.module.css';

type DutyLineProps = { readonly duty: ClientDutyView; readonly mayWrite: boolean };

type Step = 'confirm' | 'pause' | 'resume' | 'withdraw';

/** One thing that is asked of the client, and what we can do about it. */
export function DutyLine({ duty, mayWrite }: DutyLineProps) {
  const [isSendingBack, setSendingBack] = useState(false);
  const { mutateAsync } = useDutyWrite(clientDuties.step);
  const take = async (step: Step) => {
    try {
      await mutateAsync({ params: { id: duty.id }, version: duty.version, body: { step } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const { deliverable, state } = duty;
  const href = deliverable ? `/deliverables/${deliverable.id}` : `/tasks/${duty.task.id}`;
  const isOver = state === 'confirmed' || state === 'withdrawn';
  return (
    <li className={styles['line']}>
      <AppLink className={styles['name']} href={href}>
        {duty.task.name}
      </AppLink>
      <span className={styles['dim']}>{dutyKindLabels[duty.kind]}</span>
      <AppLink className={styles['name']} href={`/contacts/${duty.contact.id}`}>
        {duty.contact.name}
      </AppLink>
      <StageMark {...dutyMarks[state]} />
      {isOver ? (
        <span className={styles['dim']}>{formatDate(duty.dueOn)}</span>
      ) : (
        <RelativeDate date={duty.dueOn} today={readerToday()} />
      )}
      {mayWrite && duty.kind !== 'approval' && state !== 'withdrawn' ? (
        <Steps duty={duty} onStep={take} onSendBack={() => setSendingBack(true)} />
      ) : (
        <span />
      )}
      <Answer duty={duty} />
      {duty.sentBackReason && state === 'asked' ? (
        <p className={styles['answer']}>
          <span className={styles['dim']}>Sent back: </span>
          {duty.sentBackReason}
        </p>
      ) : null}
      {isSendingBack ? <SendBackForm duty={duty} onClose={() => setSendingBack(false)} /> : null}
    </li>
  );
}

/** What the client said, and the files on it. */
function Answer({ duty }: { readonly duty: ClientDutyView }) {
  const { answer, answeredBy, fileCount, task } = duty;
  if (answeredBy === null || (answer === '' && fileCount === 0)) return null;
  return (
    <p className={styles['answer']}>
      <span className={styles['dim']}>{answeredBy}: </span>
      {answer}{' '}
      {fileCount > 0 ? (
        <AppLink href={`/tasks/${task.id}`}>
          {fileCount === 1 ? '1 file' : `${fileCount} files`}
        </AppLink>
      ) : null}
    </p>
  );
}

type StepsProps = {
  readonly duty: ClientDutyView;
  readonly onStep: (step: Step) => Promise<void>;
  readonly onSendBack: () => void;
};

function Steps({ duty: { state, task }, onStep, onSendBack }: StepsProps) {
  const isOpen = state === 'asked' || state === 'answered';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" px={6} aria-label={`More for ${task.name}`}>
          <IconDots size={15} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen ? <Menu.Item onClick={() => void onStep('confirm')}>Confirm</Menu.Item> : null}
        {state === 'answered' || state === 'confirmed' ? (
          <Menu.Item onClick={onSendBack}>Send back…</Menu.Item>
        ) : null}
        {isOpen ? <Menu.Item onClick={() => void onStep('pause')}>Let it rest</Menu.Item> : null}
        {state === 'paused' ? (
          <Menu.Item onClick={() => void onStep('resume')}>Take it up again</Menu.Item>
        ) : null}
        {state === 'confirmed' ? null : (
          <Menu.Item onClick={() => void onStep('withdraw')}>Withdraw</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function SendBackForm({
  duty,
  onClose,
}: {
  readonly duty: ClientDutyView;
  readonly onClose: () => void;
}) {
  const { mutateAsync } = useDutyWrite(clientDuties.step);
  const form = useRecordForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? 'Say what is missing.' : null) },
    onSubmit: async ({ reason }) => {
      const body = { step: 'send-back' as const, reason };
      await mutateAsync({ params: { id: duty.id }, version: duty.version, body });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Send back: ${duty.task.name}`}
      submitLabel="Send back"
      form={form}
      onClose={onClose}
    >
      <TextAreaField
        label="What is missing, for the client"
        required
        autoFocus
        {...form.field('reason')}
      />
    </FormModal>
  );
}
