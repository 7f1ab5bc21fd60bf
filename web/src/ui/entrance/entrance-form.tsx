import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ProblemSummary } from '../form/problem-summary.tsx';
import type { RecordForm } from '../form/use-record-form.ts';
import styles from './entrance.module.css';

type EntranceFormProps<Values> = {
  readonly form: RecordForm<Values>;
  readonly submitLabel: string;
  readonly children: ReactNode;
};

/** A short form with one button as wide as itself; Enter sends it. */
export function EntranceForm<Values extends Record<string, unknown>>(
  props: EntranceFormProps<Values>,
) {
  const { form, submitLabel, children } = props;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate>
      <ProblemSummary problem={form.problem} fieldNames={Object.keys(form.form.getValues())} />
      {children}
      <Button type="submit" fullWidth loading={form.submitting}>
        {submitLabel}
      </Button>
    </form>
  );
}
