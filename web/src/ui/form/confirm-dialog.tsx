import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './form.module.css';

type ConfirmDialogProps = {
  readonly opened: boolean;
  /** A question: `Delete 12 deals?` */
  readonly title: string;
  /** What it does, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void | Promise<void>;
  readonly onCancel: () => void;
};

/** Asks once before something that is hard to take back. Prefer doing it and offering Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirmLabel, cancelLabel = 'Cancel', danger = false } = props;
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await props.onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={props.onCancel} title={title} size={420} zIndex={250}>
      <div className={styles['confirm']}>{children}</div>
      <div className={styles['footer']}>
        <Button variant="default" onClick={props.onCancel}>
          {cancelLabel}
        </Button>
        <Button
          {...(danger ? { color: 'red' } : {})}
          loading={busy}
          onClick={() => void confirm()}
          data-autofocus
        >
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
