import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FormFrame } from './form-frame.tsx';
import type { RecordForm } from './use-record-form.ts';

type FormModalProps<Values> = {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly form: RecordForm<Values>;
  readonly submitLabel: string;
  readonly size?: number;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/** A form in a dialog. Closing with unsaved changes asks first. */
export function FormModal<Values extends Record<string, unknown>>(props: FormModalProps<Values>) {
  const { title, opened, onClose, form, submitLabel, size = 520, footer, children } = props;
  const [asking, setAsking] = useState(false);
  useReturnFocus();
  const close = () => (form.form.isDirty() ? setAsking(true) : onClose());
  return (
    <>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        size={size}
        closeOnClickOutside={!form.form.isDirty()}
      >
        <FormFrame form={form} submitLabel={submitLabel} onCancel={close} footer={footer}>
          {children}
        </FormFrame>
      </Modal>
      <ConfirmDialog
        opened={asking}
        title="Leave without saving?"
        confirmLabel="Leave"
        cancelLabel="Keep editing"
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          form.form.reset();
          onClose();
        }}
      >
        What you changed in this form will be lost.
      </ConfirmDialog>
    </>
  );
}
