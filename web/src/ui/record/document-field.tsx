import { Textarea } from '@mantine/core';
import { type FieldProps, sharedProps } from '../form/field-props.ts';
import styles from './record-layout.module.css';

/** A part of a document: a heading and its text, which looks like text until somebody writes in it. */
export function DocumentField(props: FieldProps<string>) {
  return (
    <Textarea
      {...sharedProps(props)}
      classNames={{
        root: styles['document'] ?? '',
        label: styles['document-label'] ?? '',
        input: styles['document-input'] ?? '',
      }}
      variant="unstyled"
      autosize
      minRows={1}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={() => props.onBlur?.()}
    />
  );
}

/** The name of the record as the document's title. */
export function TitleField(props: FieldProps<string>) {
  const { label, ...rest } = sharedProps(props);
  return (
    <Textarea
      {...rest}
      aria-label={typeof label === 'string' ? label : 'Name'}
      classNames={{
        root: styles['document'] ?? '',
        input: `${styles['document-input']} ${styles['title-input']}`,
      }}
      variant="unstyled"
      autosize
      minRows={1}
      value={props.value}
      // A name is one line, however long.
      onChange={(event) => props.onChange(event.currentTarget.value.replaceAll('\n', ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
      onBlur={() => props.onBlur?.()}
    />
  );
}
