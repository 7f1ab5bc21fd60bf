import { Textarea, TextInput } from '@mantine/core';
import { type FieldProps, sharedProps } from './field-props.ts';

type TextFieldProps = FieldProps<string> & {
  readonly type?: 'text' | 'email' | 'url' | 'tel' | 'password' | 'search';
  readonly autoComplete?: string;
  readonly maxLength?: number;
};

/** One line of text. */
export function TextField({ type = 'text', autoComplete, maxLength, ...props }: TextFieldProps) {
  return (
    <TextInput
      {...sharedProps(props)}
      type={type}
      {...(autoComplete ? { autoComplete } : {})}
      {...(maxLength ? { maxLength } : {})}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onBlur?.()}
    />
  );
}

/** Several lines of text; grows with them. */
export function TextAreaField({
  minRows = 3,
  maxRows = 12,
  ...props
}: FieldProps<string> & { readonly minRows?: number; readonly maxRows?: number }) {
  return (
    <Textarea
      {...sharedProps(props)}
      autosize
      minRows={minRows}
      maxRows={maxRows}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onBlur?.()}
    />
  );
}
