import { Button, CloseButton, Menu, Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { emptyFilter, type Filter, type FilterDefinition } from './filter.ts';
import styles from './filter-bar.module.css';
import { FilterEditor } from './filter-editor.tsx';
import { filterText } from './filter-text.ts';

type FilterBarProps<Row> = {
  readonly definitions: readonly FilterDefinition<Row>[];
  readonly filters: readonly Filter[];
  readonly onChange: (filters: readonly Filter[]) => void;
};

/** Filters as chips: add, change, remove, clear all. */
export function FilterBar<Row>({ definitions, filters, onChange }: FilterBarProps<Row>) {
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const free = definitions.filter(
    (definition) => !filters.some((filter) => filter.id === definition.id),
  );
  const add = (definition: FilterDefinition<Row>) => {
    onChange([...filters, emptyFilter(definition)]);
    setOpened(definition.id);
  };
  if (definitions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a line of chips
    <div className={styles['bar']} role="group" aria-label="Filters">
      {filters.map((filter) => {
        const definition = definitions.find((candidate) => candidate.id === filter.id);
        if (!definition) return null;
        return (
          <FilterChip
            key={filter.id}
            filter={filter}
            definition={definition}
            opened={opened === filter.id}
            onOpenedChange={(open) => setOpened(open ? filter.id : undefined)}
            onChange={(next) =>
              onChange(filters.map((other) => (other.id === next.id ? next : other)))
            }
            onRemove={() => onChange(filters.filter((other) => other.id !== filter.id))}
          />
        );
      })}
      {free.length > 0 ? <AddFilter definitions={free} onAdd={add} /> : null}
      {filters.length > 1 ? (
        <Button variant="subtle" size="xs" color="gray" onClick={() => onChange([])}>
          Clear all
        </Button>
      ) : null}
    </div>
  );
}

type FilterChipProps<Row> = {
  readonly filter: Filter;
  readonly definition: FilterDefinition<Row>;
  readonly opened: boolean;
  readonly onOpenedChange: (opened: boolean) => void;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
};

function FilterChip<Row>(props: FilterChipProps<Row>) {
  const { filter, definition, opened, onOpenedChange, onChange, onRemove } = props;
  return (
    <span className={styles['chip']}>
      <Popover
        opened={opened}
        onChange={onOpenedChange}
        position="bottom-start"
        width={260}
        trapFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={styles['chip-text']}
            onClick={() => onOpenedChange(!opened)}
          >
            {filterText(filter, definition)}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={`Filter by ${definition.label.toLowerCase()}`}>
          <FilterEditor definition={definition} filter={filter} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size={24}
        iconSize={13}
        className={styles['chip-close'] ?? ''}
        aria-label={`Remove the filter on ${definition.label.toLowerCase()}`}
        onClick={onRemove}
      />
    </span>
  );
}

type AddFilterProps<Row> = {
  readonly definitions: readonly FilterDefinition<Row>[];
  readonly onAdd: (definition: FilterDefinition<Row>) => void;
};

function AddFilter<Row>({ definitions, onAdd }: AddFilterProps<Row>) {
  return (
    <Menu returnFocus={false}>
      <Menu.Target>
        <button type="button" className={styles['add']}>
          <IconPlus size={13} aria-hidden={true} />
          Filter
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {definitions.map((definition) => (
          <Menu.Item key={definition.id} onClick={() => onAdd(definition)}>
            {definition.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
