import { PasswordInput } from '@mantine/core';
import { type FieldProps, sharedProps } from './field-props.ts';

type PasswordFieldProps = FieldProps<string> & {
  /** Tells a password manager whether to fill in or to make one. */
  readonly kind: 'current' | 'new';
  /** Of the eye, where the page is not in English. */
  readonly toggleLabel?: string;
};

/** A password, which its writer may look at. */
export function PasswordField({
  kind,
  toggleLabel = 'Show or hide the password',
  ...props
}: PasswordFieldProps) {
  return (
    <PasswordInput
      {...sharedProps(props)}
      autoComplete={`${kind}-password`}
      visibilityToggleButtonProps={{ 'aria-label': toggleLabel }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onBlur?.()}
    />
  );
}
