import type { InteractionView } from '@evenkeel/contract/interactions';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { useShortcut } from '../../ui/shortcut/use-shortcut.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useInteractions } from './api.ts';
import { interactionColumns, interactionFilters } from './components/interaction-columns.tsx';
import { EditInteractionModal, LogInteractionModal } from './components/interaction-form.tsx';
import { interactionTabs } from './components/interaction-tabs.ts';

/** Everything that was logged, whoever it was with (CL-11). */
export function InteractionsPage() {
  const mayWrite = useMay('write');
  const found = useInteractions();
  const { rows } = found;
  const view = useListView('interactions');
  const { state, setState } = view;
  const filters = useMemo(() => interactionFilters(rows), [rows]);
  const [isAdding, setAdding] = useAdding('Log a call, e-mail, meeting or note', mayWrite);
  const [edited, setEdited] = useState<InteractionView | null>(null);
  const add = () => setAdding(true);
  useShortcut({ keys: 'i', label: 'Log something', run: add, enabled: mayWrite });
  return (
    <Page
      title="Interactions"
      layout="fill"
      tabs={interactionTabs('list')}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            Log
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the interactions">
        {() => (
          <DataList
            noun={noun}
            rows={rows}
            columns={interactionColumns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            onOpenRow={setEdited}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            empty={
              <EmptyState
                title="Nothing logged yet"
                actions={mayWrite ? <Button onClick={add}>Log something</Button> : null}
              >
                Calls, e-mails, meetings and notes: with whom, about what, and what came of it.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding ? (
        <LogInteractionModal context={nothingKnown} onClose={() => setAdding(false)} />
      ) : null}
      {edited ? (
        <EditInteractionModal
          interaction={edited}
          mayWrite={mayWrite}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Page>
  );
}

const nothingKnown = {};
const noun = { one: 'interaction', many: 'interactions' };
const rowKey = (interaction: InteractionView) => interaction.id;
const rowName = (interaction: InteractionView) => interaction.name;
