import type { KpiRow } from '@evenkeel/contract/kpis';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useKpis } from './api.ts';
import { kpiColumns, kpiFilters } from './components/kpi-columns.tsx';
import { KpiForm } from './components/kpi-form.tsx';
import { NewKpiButton, NoKpis, scorecardTabs } from './components/scorecard-parts.tsx';

const noun = { one: 'KPI', many: 'KPIs' };
const rowKey = (row: KpiRow) => row.id;
const rowName = (row: KpiRow) => row.name;
const rowHref = (row: KpiRow) => `/kpis/${row.id}`;

/** Every KPI as a list: the table behind the scorecard's charts. */
export function KpisPage() {
  const found = useKpis();
  const view = useListView('kpis');
  const { state, setState } = view;
  const mayWrite = useMay('write');
  const open = useOpen();
  const [adding, setAdding] = useAdding('New KPI', mayWrite);
  const add = () => setAdding(true);
  return (
    <Page
      title="Scorecard"
      layout="fill"
      tabs={scorecardTabs('list')}
      primary={mayWrite ? <NewKpiButton onAdd={add} /> : undefined}
    >
      <Loaded found={found} what="the KPIs">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={kpiColumns}
            filters={kpiFilters}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            summary={standingsInWords}
            exportName="kpis"
            empty={<NoKpis mayWrite={mayWrite} onAdd={add} />}
          />
        )}
      </Loaded>
      {adding ? (
        <KpiForm onClose={() => setAdding(false)} onCreated={(kpi) => open(`/kpis/${kpi.id}`)} />
      ) : null}
    </Page>
  );
}

function standingsInWords(rows: readonly KpiRow[]): string {
  const count = (standing: KpiRow['pace']['standing']) =>
    rows.filter((row) => row.pace.standing === standing).length;
  return `${count('off-track')} off track, ${count('at-risk')} at risk`;
}
