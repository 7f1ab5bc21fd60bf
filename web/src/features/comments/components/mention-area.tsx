import type { Mentionable } from '@evenkeel/core/comments/mentions';
import { Combobox, type ComboboxStore, Textarea, useCombobox } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { foldText } from '../../../ui/fold-text.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { mentionQuery, withMention } from '../model.ts';

type MentionAreaProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl-Enter or Cmd-Enter. */
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly people: readonly Mentionable[];
  readonly minRows: number;
  readonly autoFocus?: boolean;
  readonly onFocus?: () => void;
};

const mostOffered = 6;

/** Text in which an `@` offers the members whose name begins so. */
export function MentionArea(props: MentionAreaProps) {
  const { value, onChange, people } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  // Members may become known only after the first letters of a name.
  const offered = query === null ? [] : matching(people, query);
  const combobox = useCombobox({
    opened: offered.length > 0,
    onOpenedChange: (isOpen) => {
      if (!isOpen) setQuery(null);
    },
  });
  useFirstOption(combobox, offered.map(({ id }) => id).join());
  const look = (element: HTMLTextAreaElement) =>
    setQuery(mentionQuery(element.value, element.selectionStart));
  const pick = (id: string) => {
    const person = people.find((one) => one.id === id);
    const element = area.current;
    if (!person || !element) return;
    const next = withMention(value, element.selectionStart, person.name);
    // Drawn within this event: a caret set later would jump under what is typed meanwhile.
    flushSync(() => onChange(next.text));
    element.setSelectionRange(next.caret, next.caret);
    combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && combobox.dropdownOpened) {
      event.stopPropagation();
      combobox.closeDropdown();
    } else if (event.key === 'Escape') props.onCancel();
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      props.onSubmit();
    }
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      withinPortal
      position="bottom-start"
      width={260}
    >
      <Combobox.Target withKeyboardNavigation={combobox.dropdownOpened} withExpandedAttribute>
        <Textarea
          ref={area}
          aria-label={props.label}
          placeholder={props.placeholder}
          value={value}
          autosize
          minRows={props.minRows}
          maxRows={16}
          maxLength={10_000}
          autoFocus={props.autoFocus ?? false}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            look(event.currentTarget);
          }}
          onFocus={() => props.onFocus?.()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options aria-label="Members">
          {offered.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <PersonMark person={person} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Keeps the first of the options at hand, from the frame on in which they are drawn. */
function useFirstOption({ selectFirstOption }: ComboboxStore, options: string): void {
  useEffect(() => {
    if (options === '') return;
    let frame = 0;
    const select = () => {
      if (selectFirstOption() === null) frame = requestAnimationFrame(select);
    };
    select();
    return () => cancelAnimationFrame(frame);
  }, [options, selectFirstOption]);
}

/** Members one of whose names begins with what was typed. */
function matching(people: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = foldText(query);
  return people
    .filter(({ name }) => {
      const own = foldText(name);
      return own.startsWith(wanted) || own.split(' ').some((word) => word.startsWith(wanted));
    })
    .slice(0, mostOffered);
}
