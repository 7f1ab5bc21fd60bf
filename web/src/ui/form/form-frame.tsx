import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import styles from './form.module.css';
import { ProblemSummary } from './problem-summary.tsx';
import type { RecordForm } from './use-record-form.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

type FormFrameProps<Values> = {
  readonly form: RecordForm<Values>;
  /** `Create deal`, `Save changes`: a verb and what comes of it. */
  readonly submitLabel: string;
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
  /** Beside the buttons: a switch `Create another`, a delete button. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

/** A form in the page: problems on top, fields, buttons; Ctrl/Cmd-Enter sends it. */
export function FormFrame<Values extends Record<string, unknown>>(props: FormFrameProps<Values>) {
  const { form, submitLabel, onCancel, cancelLabel = 'Cancel', footer, children } = props;
  useUnsavedGuard(form.form.isDirty() && !form.submitting);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void form.submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void form.submit();
  };
  return (
    <form className={styles['form']} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <ProblemSummary problem={form.problem} fieldNames={Object.keys(form.form.getValues())} />
      <div className={styles['fields']}>{children}</div>
      <div className={styles['footer']}>
        <div className={styles['footer-start']}>{footer}</div>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {cancelLabel}
          </Button>
        ) : null}
        <Button type="submit" loading={form.submitting} rightSection={<SubmitKeys />}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

function SubmitKeys() {
  return (
    <span className={styles['submit-keys']} aria-hidden>
      <ShortcutKeys keys="mod+enter" />
    </span>
  );
}

/** Two or more fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}
