import { CloseButton, Combobox, InputBase, Loader, useCombobox } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type FieldProps, sharedProps } from './field-props.ts';
import styles from './form.module.css';
import { type RecordOption, type RecordSource, useRecordOptions } from './use-record-options.ts';

type RecordFieldProps = FieldProps<RecordOption | null> & {
  /** Finds options for typed text; an empty text asks for the likeliest. A stable function. */
  readonly source: RecordSource;
  /** Drawn before a name: a person's disc, an account's tile. */
  readonly renderMark?: (option: RecordOption) => ReactNode;
  /** Offers to make a record of the typed name. */
  readonly onCreate?: (name: string) => void;
};

const createValue = '+create';

/** Picks one record (person, account, deal …) by typing part of its name. */
export function RecordField(props: RecordFieldProps) {
  const { value, source, renderMark, onCreate } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [query, setQuery] = useState<string | undefined>(undefined);
  const { options, state } = useRecordOptions(combobox.dropdownOpened, query ?? '', source);
  const pick = (id: string) => {
    if (id === createValue) onCreate?.(query ?? '');
    const picked = options.find((option) => option.id === id);
    if (picked) props.onChange(picked);
    setQuery(undefined);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...sharedProps(props)}
          value={query ?? value?.name ?? ''}
          leftSection={value && query === undefined ? renderMark?.(value) : undefined}
          rightSection={
            <RecordFieldEnd {...props} busy={combobox.dropdownOpened && state === 'loading'} />
          }
          rightSectionPointerEvents={value && !props.required ? 'all' : 'none'}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            combobox.closeDropdown();
            setQuery(undefined);
            props.onBlur?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles['options'] ?? ''} aria-label="Found">
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === value?.id}>
              <span className={styles['option']}>
                {renderMark?.(option)}
                <span className={styles['option-name']}>{option.name}</span>
                {option.detail ? (
                  <span className={styles['option-detail']}>{option.detail}</span>
                ) : null}
              </span>
            </Combobox.Option>
          ))}
          {/* Not before it is known whether there is one: a quick Enter would make a second. */}
          {onCreate && query?.trim() && state !== 'loading' ? (
            <Combobox.Option value={createValue}>Create “{query.trim()}”</Combobox.Option>
          ) : null}
          {options.length === 0 ? <OptionsNote state={state} query={query ?? ''} /> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function RecordFieldEnd(props: RecordFieldProps & { readonly busy: boolean }) {
  if (props.busy) return <Loader size={14} />;
  if (!props.value || props.required || props.disabled) return <IconSelector size={15} />;
  return (
    <CloseButton
      size="sm"
      aria-label="Clear"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChange(null)}
    />
  );
}

function OptionsNote({ state, query }: { readonly state: string; readonly query: string }) {
  if (state === 'loading') return <Combobox.Empty>Searching…</Combobox.Empty>;
  if (state === 'failed') return <Combobox.Empty>The list could not be loaded.</Combobox.Empty>;
  return (
    <Combobox.Empty>
      {query ? `Nobody and nothing is called “${query}”` : 'Nothing here yet'}
    </Combobox.Empty>
  );
}
