import { type UseFormInput, type UseFormReturnType, useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { type Problem, placeIssues, problemOf } from './problem.ts';

/** What a field needs to show and change one value of the form. */
export type BoundField<Value> = {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: (() => void) | undefined;
  readonly onFocus: (() => void) | undefined;
  readonly error: ReactNode;
};

export type RecordForm<Values> = {
  readonly form: UseFormReturnType<Values>;
  /** The field props of a path; spread them into a field. */
  readonly field: <Path extends Extract<keyof Values, string>>(
    path: Path,
  ) => BoundField<Values[Path]>;
  readonly problem: Problem | undefined;
  readonly submitting: boolean;
  readonly submit: () => Promise<void>;
};

type RecordFormOptions<Values> = {
  readonly initialValues: Values;
  /** Rules the browser can check before asking the server. */
  readonly validate?: UseFormInput<Values>['validate'];
  /** Saves; a thrown problem is shown in the form. */
  readonly onSubmit: (values: Values) => Promise<unknown>;
};

/** A form that saves through the API and shows the API's issues beside its fields. */
export function useRecordForm<Values extends Record<string, unknown>>(
  options: RecordFormOptions<Values>,
): RecordForm<Values> {
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [submitting, setSubmitting] = useState(false);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: options.initialValues,
    ...(options.validate ? { validate: options.validate } : {}),
  });
  const submit = async () => {
    if (submitting) return;
    setProblem(undefined);
    const checked = await form.validate();
    if (checked.hasErrors) {
      focusFirst(Object.keys(checked.errors));
      return;
    }
    setSubmitting(true);
    try {
      await options.onSubmit(form.getValues());
      form.resetDirty();
    } catch (thrown) {
      const found = problemOf(thrown);
      const { beside } = placeIssues(found.issues, Object.keys(form.getValues()));
      form.setErrors(beside);
      setProblem(found);
    } finally {
      setSubmitting(false);
    }
  };
  return {
    form,
    field: (path) => {
      const { value, onChange, onBlur, onFocus, error } = form.getInputProps(path);
      return { name: path, value, onChange, onBlur, onFocus, error };
    },
    problem,
    submitting,
    submit,
  };
}

function focusFirst(names: readonly string[]): void {
  const fields = document.querySelectorAll<HTMLElement>('[data-field]');
  for (const field of fields) {
    if (!names.includes(field.dataset['field'] ?? '')) continue;
    field.focus();
    return;
  }
}
