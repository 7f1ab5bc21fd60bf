import type { TagView } from '@evenkeel/contract/tags';
import { Button } from '@mantine/core';
import { IconPlus, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useFoundTags } from './api.ts';
import { TagDialog } from './components/tag-dialog.tsx';
import { TagMark } from './components/tag-link.tsx';

/** The tags of the workspace: renamed, merged, deleted. */
export function TagsPage() {
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const found = useFoundTags();
  const [opened, setOpened] = useState<TagView | null>(null);
  const [isAdding, setAdding] = useAdding('New tag', mayWrite);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New tag
    </Button>
  ) : null;
  return (
    <Page
      title="Settings"
      layout="fill"
      tabs={settingsTabs('/settings/tags')}
      primary={found.data?.rows.length === 0 ? null : button}
    >
      <Loaded found={found} what="the tags">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            {...(mayManage ? { onOpenRow: setOpened } : {})}
            empty={
              <EmptyState
                icon={<IconTag size={20} stroke={1.6} />}
                title="No tags yet"
                actions={button}
              >
                A tag is a word that you put on accounts, deals, projects and tasks to find them
                together.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {opened ? <TagDialog tag={opened} onClose={() => setOpened(null)} /> : null}
      {isAdding ? <TagDialog tag={undefined} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

const noun = { one: 'tag', many: 'tags' };
const rowKey = (tag: TagView) => tag.id;
const rowName = (tag: TagView) => tag.name;

const columns: readonly Column<TagView>[] = [
  {
    id: 'name',
    label: 'Tag',
    width: 260,
    grow: true,
    value: (tag) => tag.name,
    cell: (tag) => <TagMark tag={tag} />,
  },
  { id: 'count', label: 'Records', width: 110, align: 'end', value: (tag) => tag.count },
];
