import { Loader, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useOpen } from '../navigation/use-open.ts';
import { ShortcutKeys } from '../shortcut/shortcut-keys.tsx';
import styles from './command-palette.module.css';
import { rankCommands } from './rank-commands.ts';
import { type RecordSearch, type SearchRecords, useRecordSearch } from './use-record-search.ts';

export type Command = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly keywords?: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly run: () => void;
};

/** What the palette says, where it is not English or holds something else. */
export type PaletteWords = {
  /** What the palette is called. */
  readonly title: string;
  /** What the field is for. */
  readonly field: string;
  readonly hint: string;
  readonly results: string;
  readonly failed: string;
  readonly searching: string;
  readonly nothing: (query: string) => string;
};

type CommandPaletteProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  readonly searchRecords?: SearchRecords;
  readonly words?: PaletteWords;
};

const english: PaletteWords = {
  title: 'Command palette',
  field: 'Go to, do or find',
  hint: 'Go to, do or find…',
  results: 'Results',
  failed: 'Records could not be searched. Pages and actions still work.',
  searching: 'Searching…',
  nothing: (query) => `Nothing is called “${query}”. Try another word or a number.`,
};

/** Ctrl/Cmd-K: go anywhere, do anything, find any record, by keyboard alone. */
export function CommandPalette({ opened, onClose, words = english, ...rest }: CommandPaletteProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={600}
      yOffset="9vh"
      padding={0}
      classNames={{ body: styles['body'] ?? '' }}
      attributes={{ content: { 'aria-label': words.title } }}
    >
      <PaletteContent onClose={onClose} words={words} {...rest} />
    </Modal>
  );
}

type PaletteContentProps = Omit<CommandPaletteProps, 'opened'> & { readonly words: PaletteWords };

function PaletteContent({ onClose, commands, searchRecords, words }: PaletteContentProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const search = useRecordSearch(query, searchRecords);
  const open = useOpen();
  const listId = useId();
  const found = rankCommands(query, commands);
  const shown = [...found, ...search.hits.map((hit) => asCommand(hit, open))];
  const index = Math.min(active, shown.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, index, shown.length);
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter') run(shown[index]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles['search']}>
        <IconSearch size={16} aria-hidden />
        <input
          className={styles['input']}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={shown[index] ? `${listId}-${index}` : undefined}
          aria-label={words.field}
          placeholder={words.hint}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {search.state === 'searching' ? <Loader size={14} /> : null}
      </div>
      <PaletteList
        id={listId}
        shown={shown}
        active={index}
        onRun={run}
        onHover={setActive}
        label={words.results}
        note={noteOf(words, search, { shown: shown.length, query })}
      />
    </>
  );
}

type PaletteListProps = {
  readonly id: string;
  readonly shown: readonly Command[];
  readonly active: number;
  readonly onRun: (command: Command) => void;
  readonly onHover: (index: number) => void;
  readonly label: string;
  readonly note: string | undefined;
};

function PaletteList({ id, shown, active, onRun, onHover, label, note }: PaletteListProps) {
  const activeRef = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active entry moved, so show it
  useEffect(() => {
    activeRef.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const groups = [...new Set(shown.map((command) => command.group))];
  return (
    <>
      <div id={id} role="listbox" aria-label={label} className={styles['list']} tabIndex={-1}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
          <div key={group} role="group" aria-label={group}>
            <div className={styles['group']} aria-hidden>
              {group}
            </div>
            {shown.map((command, index) =>
              command.group === group ? (
                <PaletteOption
                  key={command.id}
                  ref={index === active ? activeRef : undefined}
                  id={`${id}-${index}`}
                  command={command}
                  active={index === active}
                  onRun={() => onRun(command)}
                  onHover={() => onHover(index)}
                />
              ) : null,
            )}
          </div>
        ))}
      </div>
      <div className={styles['note']} role="status">
        {note}
      </div>
    </>
  );
}

type PaletteOptionProps = {
  readonly id: string;
  readonly command: Command;
  readonly active: boolean;
  readonly onRun: () => void;
  readonly onHover: () => void;
  readonly ref: React.Ref<HTMLDivElement> | undefined;
};

function PaletteOption({ id, command, active, onRun, onHover, ref }: PaletteOptionProps) {
  return (
    // The input holds the focus and names the active option, as a combobox does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled on the input
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={styles['option']}
      onClick={onRun}
      onPointerMove={onHover}
    >
      <span className={styles['icon']}>{command.icon}</span>
      <span className={styles['label']}>{command.label}</span>
      {command.detail ? <span className={styles['detail']}>{command.detail}</span> : null}
      {command.keys ? <ShortcutKeys keys={command.keys} /> : null}
    </div>
  );
}

function asCommand(hit: RecordSearch['hits'][number], open: (href: string) => void): Command {
  return {
    id: `${hit.group} ${hit.id}`,
    group: hit.group,
    label: hit.label,
    ...(hit.detail ? { detail: hit.detail } : {}),
    run: () => open(hit.href),
  };
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'PageDown') return Math.min(index + 8, count - 1);
  if (key === 'PageUp') return Math.max(index - 8, 0);
  return undefined;
}

function noteOf(
  words: PaletteWords,
  search: RecordSearch,
  { shown, query }: { readonly shown: number; readonly query: string },
): string | undefined {
  if (search.state === 'failed') return words.failed;
  if (shown > 0) return undefined;
  if (search.state === 'searching') return words.searching;
  return words.nothing(query.trim());
}
