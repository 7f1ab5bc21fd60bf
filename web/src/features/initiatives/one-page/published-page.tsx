import type { OnePageView } from '@evenkeel/contract/initiative-case';
import { projectStates } from '@evenkeel/core/projects/state';
import { IconFileText } from '@tabler/icons-react';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { usePublishedCases } from './api.ts';
import styles from './components/one-page.module.css';

const noun = { one: 'published case', many: 'published cases' };
const list = { label: 'Initiatives', href: '/initiatives' };
const rowKey = (row: OnePageView) => row.id;
const rowName = (row: OnePageView) => row.name;
const rowHref = (row: OnePageView) => `/initiatives/${row.id}/one-page`;

/** In words, or else the names of the benefits. */
function benefitOf({ expectedBenefit, benefits }: OnePageView): string {
  return expectedBenefit || benefits.map(({ name }) => name).join('; ');
}

const columns: readonly Column<OnePageView>[] = [
  { id: 'name', label: 'Initiative', value: (row) => row.name, width: 210, grow: true },
  {
    id: 'need',
    label: 'Why',
    value: (row) => row.need,
    cell: (row) => <span className={styles['clipped']}>{row.need}</span>,
    width: 260,
    grow: true,
  },
  {
    id: 'benefit',
    label: 'Benefit',
    value: benefitOf,
    cell: (row) => <span className={styles['clipped']}>{benefitOf(row)}</span>,
    width: 220,
    grow: true,
  },
  {
    id: 'state',
    label: 'State',
    value: (row) => projectStateLabels[row.state],
    cell: (row) => (
      <StageMark label={projectStateLabels[row.state]} shape={projectStateShapes[row.state]} />
    ),
    sortValue: (row) => projectStates.indexOf(row.state),
    width: 114,
  },
  {
    id: 'startOn',
    label: 'From',
    value: (row) => row.startOn,
    cell: (row) => <DateText date={row.startOn} />,
    width: 106,
  },
  {
    id: 'endOn',
    label: 'To',
    value: (row) => row.endOn,
    cell: (row) => <DateText date={row.endOn} />,
    width: 106,
  },
  {
    id: 'leader',
    label: 'Leader',
    value: (row) => row.leader?.name,
    cell: (row) => <PersonMark person={row.leader ?? undefined} />,
    width: 150,
  },
];

const filters: readonly FilterDefinition<OnePageView>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    choices: projectStates.map((value) => ({ value, label: projectStateLabels[value] })),
    value: (row) => row.state,
  },
  { id: 'leader', label: 'Leader', kind: 'text', value: (row) => row.leader?.name },
];

/** The one-page cases that everybody in the firm can read (ST-10). */
export function PublishedCasesPage() {
  const found = usePublishedCases();
  const [state, setState] = useAddressListState();
  return (
    <Page title="Published cases" layout="fill" breadcrumbs={[list]}>
      <Loaded found={found} what="the published cases">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            exportName="published-cases"
            empty={
              <EmptyState
                icon={<IconFileText size={20} stroke={1.6} />}
                title="No case is published yet"
              >
                Each initiative has a page that says why, what for and when. Publish it there, on
                its tab “One page”, and everybody finds it here.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
