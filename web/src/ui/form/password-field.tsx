import { PasswordInput } from '@mantine/core';
import { type FieldProps, sharedProps } from './field-props.ts';

type PasswordFieldProps = FieldProps<string> & {
  /** Tells a password manager whether to fill in or to make one. */
  readonly kind: 'current' | 'new';
};

/** A password, which its writer may look at. */
export function PasswordField({ kind, ...props }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...sharedProps(props)}
      autoComplete={`${kind}-password`}
      visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onBlur?.()}
    />
  );
}
