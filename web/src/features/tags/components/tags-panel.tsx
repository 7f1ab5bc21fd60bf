import type { SubjectRef } from '@evenkeel/contract/subjects';
import { type TagView, tags } from '@evenkeel/contract/tags';
import type { TagId } from '@evenkeel/core/id';
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useSubjectTags, useTags, useTagWrite } from '../api.ts';
import { TagMark } from './tag-link.tsx';

type TagsPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be changed: the record does not lie in the trash. */
  readonly isOpen?: boolean;
};

const createValue = '+create';

/** The tags on a record, as a field of its page; a word that is no tag yet can be made one. */
export function TagsPanel({ subject, isOpen = true }: TagsPanelProps) {
  const mayWrite = useMay('write') && isOpen;
  const all = useTags();
  const own = useSubjectTags(subject);
  const apply = useTagWrite(tags.apply);
  const create = useTagWrite(tags.create);
  const [search, setSearch] = useState('');
  if (own === undefined) return null;
  const byId = new Map<string, TagView>(all.map((tag) => [tag.id, tag]));
  const write = async (add: TagId[], remove: TagId[]) => {
    try {
      await apply.mutateAsync({ body: { subjects: [subject], add, remove } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const change = async (values: readonly string[]) => {
    if (values.includes(createValue)) {
      const made = await create.mutateAsync({ body: { name: search.trim() } }).catch(told);
      setSearch('');
      if (made) await write([made.id], []);
      return;
    }
    // Every other option is a tag.
    const next = values as TagId[];
    await write(
      next.filter((id) => !own.includes(id)),
      own.filter((id) => !next.includes(id)),
    );
  };
  const isNew =
    search.trim() !== '' &&
    !all.some(({ name }) => name.toLowerCase() === search.trim().toLowerCase());
  return (
    <MultiSelect
      label="Tags"
      placeholder={own.length === 0 ? 'None' : ''}
      disabled={!mayWrite}
      searchable
      hidePickedOptions
      searchValue={search}
      onSearchChange={setSearch}
      value={own.filter((id) => byId.has(id))}
      onChange={(values) => void change(values)}
      data={[
        ...all.map(({ id, name }) => ({ value: id as string, label: name })),
        ...(isNew ? [{ value: createValue, label: `Create “${search.trim()}”` }] : []),
      ]}
      filter={({ options, search: wanted }) =>
        options.filter(
          (option) =>
            'value' in option &&
            (option.value === createValue ||
              option.label.toLowerCase().includes(wanted.trim().toLowerCase())),
        )
      }
      renderOption={({ option }) => {
        const tag = byId.get(option.value);
        return tag ? <TagMark tag={tag} /> : <span>{option.label}</span>;
      }}
      nothingFoundMessage="No tags yet: write a word to make one"
    />
  );
}

function told(thrown: unknown): undefined {
  notifyFailed({ message: problemOf(thrown).title });
  return undefined;
}
