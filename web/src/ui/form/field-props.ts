import type { ReactNode } from 'react';

/** What every field takes; `form.getInputProps(path)` gives the middle part. */
export type FieldProps<Value> = {
  readonly label: ReactNode;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly error?: ReactNode;
  /** One line of help under the label. */
  readonly description?: ReactNode;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** Takes the focus when the form opens. */
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
  /** The path of the value, so that a refused form can focus its first wrong field. */
  readonly name?: string | undefined;
};

/** The part of the field props that goes to the input as it is. */
export function sharedProps<Value>(props: FieldProps<Value>) {
  return {
    label: props.label,
    description: props.description,
    error: props.error,
    required: props.required ?? false,
    disabled: props.disabled ?? false,
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.className === undefined ? {} : { className: props.className }),
    ...(props.name === undefined ? {} : { name: props.name, 'data-field': props.name }),
    ...(props.autoFocus ? { 'data-autofocus': true } : {}),
    // The browser's own bubbles would hide ours; required is said by the asterisk and the form.
    withAsterisk: props.required ?? false,
  };
}
