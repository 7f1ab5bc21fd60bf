import type { LeadView } from '@evenkeel/contract/leads';
import { conversionOf } from '@evenkeel/core/leads/qualification';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { formatPercent } from '../../ui/format/number.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { ImportLeadsPanel } from '../lead-imports/components/import-leads-panel.tsx';
import { BulkPanel } from '../record/components/bulk-panel.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useLeads } from './api.ts';
import { leadTabs, NewLeadButton, NoLeads, useLeadColumns } from './components/leads-parts.tsx';
import { NewLeadModal } from './components/new-lead-modal.tsx';

/** Every lead; the summary says what became of those in view (CR-10). */
export function LeadsPage() {
  const mayWrite = useMay('write');
  const found = useLeads();
  const { rows } = found;
  const view = useListView('leads');
  const { columns, filters } = useLeadColumns(rows);
  const [isAdding, setAdding] = useAdding('New lead', mayWrite);
  const adding = { mayWrite, onAdd: () => setAdding(true) };
  return (
    <Page
      title="Leads"
      layout="fill"
      tabs={leadTabs('list')}
      actions={mayWrite ? <ImportLeadsPanel /> : null}
      primary={<NewLeadButton {...adding} />}
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
            empty={<NoLeads {...adding} />}
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
