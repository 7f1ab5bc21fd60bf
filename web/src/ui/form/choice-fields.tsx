import { Checkbox, MultiSelect, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { type FieldProps, sharedProps } from './field-props.ts';
import styles from './form.module.css';

/** One choice: an id and the words for it. */
export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
};

type ChoiceFieldProps<Value extends string> = FieldProps<Value | null> & {
  readonly choices: readonly Choice<Value>[];
  /** Drawn before the words: a glyph, a colour. */
  readonly renderMark?: (value: Value) => ReactNode;
  readonly searchable?: boolean;
};

/** One of a few. Ids are the values, so equal names do no harm. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { choices, renderMark, searchable, value } = props;
  // Mantine gives back one of the values it was given.
  const asValue = (raw: string) => raw as Value;
  return (
    <Select
      {...sharedProps(props)}
      data={choices.map((choice) => ({ ...choice }))}
      value={value}
      onChange={(next) => props.onChange(next === null ? null : asValue(next))}
      onBlur={() => props.onBlur?.()}
      allowDeselect={!props.required}
      searchable={searchable ?? choices.length > 8}
      nothingFoundMessage="Nothing found"
      leftSection={renderMark && value ? renderMark(value) : undefined}
      // The list itself scrolls, not a box within it: assistive technology knows that as its popup.
      withScrollArea={false}
      classNames={{ options: styles['options'] ?? '' }}
      renderOption={({ option }) => (
        <span className={styles['option']}>
          {renderMark?.(asValue(option.value))}
          {option.label}
        </span>
      )}
    />
  );
}

type ChoicesFieldProps<Value extends string> = FieldProps<readonly Value[]> & {
  readonly choices: readonly Choice<Value>[];
};

/** Several of a list, each with a way out. Ids are the values, so equal names do no harm. */
export function ChoicesField<Value extends string>(props: ChoicesFieldProps<Value>) {
  const { choices, value } = props;
  return (
    <MultiSelect
      {...sharedProps(props)}
      data={choices.map((choice) => ({ ...choice }))}
      value={[...value]}
      // Mantine gives back some of the values it was given.
      onChange={(next) => props.onChange(next as Value[])}
      onBlur={() => props.onBlur?.()}
      searchable
      nothingFoundMessage="Nothing found"
      withScrollArea={false}
      classNames={{ options: styles['options'] ?? '' }}
    />
  );
}

/** On or off, in effect at once or with the form. */
export function SwitchField(props: FieldProps<boolean>) {
  const { label, description, error, disabled } = sharedProps(props);
  return (
    <Switch
      label={label}
      description={description}
      error={error}
      disabled={disabled}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

/** A statement that is true or not. */
export function CheckField(props: FieldProps<boolean>) {
  const { label, description, error, disabled } = sharedProps(props);
  return (
    <Checkbox
      label={label}
      description={description}
      error={error}
      disabled={disabled}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
