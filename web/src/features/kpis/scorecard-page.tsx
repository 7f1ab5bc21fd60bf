import type { KpiRow } from '@evenkeel/contract/kpis';
import { perspectiveLabels, perspectiveQuestions } from '../../lib/kpi-standing.ts';
import { useMay } from '../../lib/session.ts';
import { SearchBox } from '../../ui/data-list/search-box.tsx';
import { useListRows } from '../../ui/data-list/use-list-rows.ts';
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useKpis } from './api.ts';
import { kpiColumns, kpiFilters } from './components/kpi-columns.tsx';
import { KpiForm } from './components/kpi-form.tsx';
import styles from './components/scorecard.module.css';
import { ScorecardCell } from './components/scorecard-cell.tsx';
import { NewKpiButton, NoKpis, scorecardTabs } from './components/scorecard-parts.tsx';
import { byPerspective } from './model.ts';

const noRows: readonly KpiRow[] = [];

/** The balanced scorecard: every KPI with its chart under its perspective (ST-38). */
export function ScorecardPage() {
  const found = useKpis();
  const rows = found.data?.rows ?? noRows;
  const view = useListView('scorecard');
  const { state, setState } = view;
  const shown = useListRows({ rows, columns: kpiColumns, filters: kpiFilters, state });
  const mayWrite = useMay('write');
  const open = useOpen();
  const [adding, setAdding] = useAdding('New KPI', mayWrite);
  const add = () => setAdding(true);
  return (
    <Page
      title="Scorecard"
      layout="fill"
      tabs={scorecardTabs('charts')}
      toolbar={
        <>
          <SavedViewPicker view={view} />
          <SearchBox
            label="Search KPIs"
            value={state.search}
            onChange={(search) => setState({ ...state, search })}
          />
          <FilterBar
            definitions={kpiFilters}
            filters={state.filters}
            onChange={(filters) => setState({ ...state, filters })}
          />
        </>
      }
      primary={mayWrite ? <NewKpiButton onAdd={add} /> : undefined}
    >
      <Loaded found={found} what="the scorecard" shape="cards">
        {() =>
          rows.length === 0 ? (
            <NoKpis mayWrite={mayWrite} onAdd={add} />
          ) : (
            <Perspectives rows={shown} isNarrowed={shown.length < rows.length} />
          )
        }
      </Loaded>
      {adding ? (
        <KpiForm onClose={() => setAdding(false)} onCreated={(kpi) => open(`/kpis/${kpi.id}`)} />
      ) : null}
    </Page>
  );
}

type PerspectivesProps = { readonly rows: readonly KpiRow[]; readonly isNarrowed: boolean };

function Perspectives({ rows, isNarrowed }: PerspectivesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
    <section className={styles['scroll']} tabIndex={0} aria-label="KPIs by perspective">
      {byPerspective(rows).map(({ perspective, rows: own }) => (
        <section key={perspective} className={styles['perspective']}>
          <h2 className={styles['title']}>
            {perspectiveLabels[perspective]}
            <span className={styles['question']}>{perspectiveQuestions[perspective]}</span>
          </h2>
          {own.length === 0 ? (
            <p className={styles['none']}>
              {isNarrowed ? 'None that fits.' : 'No KPI looks from here yet.'}
            </p>
          ) : (
            <ul className={styles['cells']}>
              {own.map((kpi) => (
                <ScorecardCell key={kpi.id} kpi={kpi} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </section>
  );
}
