import type { LeadView } from '@evenkeel/contract/leads';
import { conversionOf } from '@evenkeel/core/leads/qualification';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { formatPercent } from '../../ui/format/number.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListExtras } from '../record/api.ts';
import { BulkPanel } from '../record/components/bulk-panel.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useLeads } from './api.ts';
import { leadColumns, leadFilters } from './components/lead-columns.tsx';
import { NewLeadModal } from './components/new-lead-modal.tsx';

/** Every lead; the summary says what became of those in view (CR-10). */
export function LeadsPage() {
  const mayWrite = useMay('write');
  const found = useLeads();
  const { rows } = found;
  const view = useListView('leads');
  const extras = useListExtras<LeadView>('lead');
  const columns = useMemo(() => [...leadColumns, ...extras.columns], [extras]);
  const filters = useMemo(() => [...leadFilters(rows), ...extras.filters], [rows, extras]);
  const [isAdding, setAdding] = useAdding('New lead', mayWrite);
  const add = () => setAdding(true);
  return (
    <Page
      title="Leads"
      layout="fill"
      actions={
        <Button variant="subtle" component={AppLink} href="/leads/definition">
          What a qualified lead is
        </Button>
      }
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            New lead
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the leads">
        {() => (
          <DataList
            noun={leadNoun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={leadKey}
            rowName={leadName}
            rowHref={leadHref}
            state={view.state}
            onStateChange={view.setState}
            toolbarStart={<SavedViewPicker view={view} />}
            summary={conversionInWords}
            {...(mayWrite
              ? {
                  bulkActions: (selected: readonly LeadView[], clear: () => void) => (
                    <BulkPanel kind="lead" rows={selected} onDone={clear} />
                  ),
                }
              : {})}
            empty={
              <EmptyState
                title="No leads yet"
                actions={mayWrite ? <Button onClick={add}>New lead</Button> : null}
              >
                A lead is interest nobody has looked into yet. Qualified by your own definition, it
                becomes an account, a contact and a deal at once.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding ? <NewLeadModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

const leadNoun = { one: 'lead', many: 'leads' };
const leadKey = (lead: LeadView) => lead.id;
const leadName = (lead: LeadView) => lead.name;
const leadHref = (lead: LeadView) => `/leads/${lead.id}`;

/** `40% of 5 decided qualified`: the rows behind the figure are the rows in view. */
function conversionInWords(leads: readonly LeadView[]): string {
  const { qualified, disqualified, rate } = conversionOf(leads.map(({ state }) => state));
  if (rate === null) return 'none decided yet';
  return `${formatPercent(rate)} of ${qualified + disqualified} decided qualified`;
}
