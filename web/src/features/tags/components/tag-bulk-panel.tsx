import type { SubjectRef } from '@evenkeel/contract/subjects';
import { type TagView, tags } from '@evenkeel/contract/tags';
import type { SubjectKind } from '@evenkeel/core/subject';
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconMinus, IconTag } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useTaggings, useTags, useTagWrite } from '../api.ts';
import { TagMark } from './tag-link.tsx';
import styles from './tags.module.css';

type TagBulkPanelProps = {
  readonly kind: SubjectKind;
  readonly rows: readonly { readonly id: string }[];
};

/** Puts a tag on several records at once, or takes it off where all of them bear it. */
export function TagBulkPanel({ kind, rows }: TagBulkPanelProps) {
  const all = useTags();
  const taggings = useTaggings(kind);
  const apply = useTagWrite(tags.apply);
  if (all.length === 0) return null;
  const bearers = (tag: TagView) => rows.filter(({ id }) => taggings.get(id)?.includes(tag.id));
  const write = (tag: TagView, rowIds: readonly string[], isAdding: boolean) =>
    apply.mutateAsync({
      body: {
        // Rows of a list are records of its kind.
        subjects: rowIds.map((id) => ({ kind, id: id as SubjectRef['id'] })),
        ...(isAdding ? { add: [tag.id] } : { remove: [tag.id] }),
      },
    });
  const toggle = async (tag: TagView) => {
    const bearing = bearers(tag);
    const isAdding = bearing.length < rows.length;
    const changed = isAdding ? rows.filter((row) => !bearing.includes(row)) : bearing;
    const ids = changed.map(({ id }) => id);
    try {
      await write(tag, ids, isAdding);
      notifyDone({
        message: `${tag.name} ${isAdding ? 'put on' : 'taken off'} ${formatCount(ids.length, { one: 'record', many: 'records' })}`,
        undo: async () => void (await write(tag, ids, !isAdding)),
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu closeOnItemClick={false} width={220}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTag size={14} />}>
          Tags
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={styles['menu'] ?? ''}>
        {all.map((tag) => {
          const count = bearers(tag).length;
          return (
            <Menu.Item
              key={tag.id}
              rightSection={<BearerMark count={count} of={rows.length} />}
              onClick={() => void toggle(tag)}
            >
              <TagMark tag={tag} />
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function BearerMark({ count, of }: { readonly count: number; readonly of: number }) {
  if (count === 0) return null;
  return count === of ? (
    <IconCheck size={14} role="img" aria-label="on all of them" />
  ) : (
    <IconMinus size={14} role="img" aria-label="on some of them" />
  );
}
