import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notify.module.css';

type DoneNotice = {
  /** What happened, in the past: `Deal moved to Negotiation`. */
  readonly message: string;
  /** Takes it back; the notice then stays longer. */
  readonly undo?: () => void | Promise<void>;
};

type FailedNotice = {
  /** What did not happen, and that nothing was lost: `Could not save. Your text is still here.` */
  readonly message: string;
  readonly retry?: () => void | Promise<void>;
};

/** Tells that something has been done, with Undo where it can be taken back. Gives what closes it. */
export function notifyDone({ message, undo }: DoneNotice): () => void {
  const id = notifications.show({
    role: 'status',
    icon: <IconCircleCheck size={18} />,
    color: 'transparent',
    closeButtonProps: { 'aria-label': 'Close this notice' },
    className: styles['done'] ?? '',
    autoClose: undo ? 9000 : 4000,
    message: (
      <NoticeText message={message}>
        {undo ? <NoticeButton label="Undo" run={undo} close={hide} /> : null}
      </NoticeText>
    ),
  });
  function hide(): void {
    notifications.hide(id);
  }
  return hide;
}

/** Tells that something failed; stays until closed. */
export function notifyFailed({ message, retry }: FailedNotice): void {
  const id = notifications.show({
    role: 'alert',
    icon: <IconAlertTriangle size={18} />,
    color: 'transparent',
    closeButtonProps: { 'aria-label': 'Close this notice' },
    className: styles['failed'] ?? '',
    autoClose: false,
    message: (
      <NoticeText message={message}>
        {retry ? (
          <NoticeButton label="Try again" run={retry} close={() => notifications.hide(id)} />
        ) : null}
      </NoticeText>
    ),
  });
}

function NoticeText({
  message,
  children,
}: {
  readonly message: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles['line']}>
      <span className={styles['message']}>{message}</span>
      {children}
    </span>
  );
}

type NoticeButtonProps = {
  readonly label: string;
  readonly run: () => void | Promise<void>;
  readonly close: () => void;
};

function NoticeButton({ label, run, close }: NoticeButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => {
        close();
        void run();
      }}
    >
      {label}
    </Button>
  );
}
