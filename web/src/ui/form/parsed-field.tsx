import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type FieldProps, sharedProps } from './field-props.ts';

type ParsedFieldProps<Value> = FieldProps<Value | null> & {
  /** The value as it stands in the box when nobody types. */
  readonly show: (value: Value) => string;
  /** Typed text as a value, undefined when it cannot be read. */
  readonly parse: (text: string) => Value | undefined;
  /** What to type instead: `Write hours like 1:30, 1.5 or 90m.` */
  readonly hint: string;
  readonly isSame: (a: Value, b: Value) => boolean;
  readonly leftSection?: ReactNode;
  readonly rightSection?: ReactNode;
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
  readonly rightSectionWidth?: number;
};

/**
 * A box for text that means something else (money, effort, percent): the text is kept while somebody
 * types, read on every key, and tidied on leaving. Unreadable text says how to write it.
 */
export function ParsedField<Value>(props: ParsedFieldProps<Value>) {
  const { value, show, parse, hint, isSame, leftSection, rightSection } = props;
  const [text, setText] = useState(() => (value === null ? '' : show(value)));
  const [unreadable, setUnreadable] = useState(false);
  const [editing, setEditing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the value, not its formatter
  useEffect(() => {
    if (!editing) setText(value === null ? '' : show(value));
  }, [value, editing]);
  const onText = (typed: string) => {
    setText(typed);
    setUnreadable(false);
    const parsed = typed.trim() === '' ? null : parse(typed);
    if (parsed === undefined) return;
    const same = value !== null && parsed !== null && isSame(parsed, value);
    if (parsed !== value && !same) props.onChange(parsed);
  };
  return (
    <TextInput
      {...sharedProps(props)}
      error={unreadable ? hint : props.error}
      inputMode={props.inputMode ?? 'decimal'}
      autoComplete="off"
      leftSection={leftSection}
      rightSection={rightSection}
      {...(props.rightSectionWidth ? { rightSectionWidth: props.rightSectionWidth } : {})}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onFocus={() => setEditing(true)}
      onBlur={() => {
        const bad = text.trim() !== '' && parse(text) === undefined;
        setUnreadable(bad);
        setEditing(bad);
        props.onBlur?.();
      }}
    />
  );
}
