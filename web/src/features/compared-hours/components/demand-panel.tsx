import type { DemandMonth, DemandView } from '@evenkeel/contract/compared-hours';
import type { TentativeMeasure } from '@evenkeel/core/balance/input';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { formatEffortShort } from '../../../ui/format/effort.ts';
import { nothing } from '../../../ui/format/number.ts';
import { Section } from '../../../ui/page/section.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useDemand } from '../api.ts';
import styles from './hours.module.css';

const figures = ['committed', 'tentative', 'deals', 'capacity'] as const;
type Figure = (typeof figures)[number];

const labels: Record<Figure, string> = {
  committed: 'Committed',
  tentative: 'Tentative',
  deals: 'Open deals',
  capacity: 'Capacity',
};

/** What allocations, tasks and open deals ask of each role in the next year, against its capacity. */
export function DemandPanel({ tentative }: { readonly tentative: TentativeMeasure }) {
  const found = useDemand(tentative);
  return (
    <Section
      framed
      title="Demand by role"
      note="From today on. Committed: the greater of confirmed allocation and remaining tasks for each project and person, never their sum. Amber: committed beyond capacity."
    >
      <Loaded found={found} what="the demand">
        {(view) =>
          view.roles.length === 0 ? (
            <EmptyState title="No demand yet">
              <p>Nobody is allocated, no task is estimated and no open deal has hours.</p>
            </EmptyState>
          ) : (
            <DemandTable view={view} />
          )
        }
      </Loaded>
    </Section>
  );
}

function DemandTable({ view }: { readonly view: DemandView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} aria-label="Demand by role and month" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col" className={styles['number-head']}>
              Hours
            </th>
            {view.months.map((month) => (
              <th key={month} scope="col" title={formatMonth(month)}>
                {formatMonthShort(month)}
              </th>
            ))}
          </tr>
        </thead>
        {view.roles.map(({ role, months }) => (
          <tbody key={role?.id ?? 'none'}>
            {figures.map((figure, place) => (
              <tr key={figure}>
                {place === 0 ? (
                  <th scope="rowgroup" rowSpan={figures.length} className={styles['name']}>
                    {role?.name ?? 'No role'}
                  </th>
                ) : null}
                <th scope="row" className={styles['number']}>
                  {labels[figure]}
                </th>
                {months.map((month) => (
                  <td key={month.month} className={cellClass(figure, month)}>
                    {shown(month[figure])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function cellClass(figure: Figure, month: DemandMonth): string | undefined {
  if (month[figure] === 0) return styles['nothing'];
  const isBeyond = figure === 'committed' && month.committed > month.capacity;
  return isBeyond ? styles['beyond'] : undefined;
}

function shown(minutes: number): string {
  return minutes === 0 ? nothing : formatEffortShort(Math.max(60, Math.round(minutes / 60) * 60));
}
