import { Button } from '@mantine/core';
import { IconChartLine, IconPlus } from '@tabler/icons-react';
import type { PageTab } from '../../../ui/page/page-tabs.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';

/** The scorecard as charts or as a list. */
export function scorecardTabs(active: 'charts' | 'list'): readonly PageTab[] {
  return [
    { label: 'Charts', href: '/scorecard', active: active === 'charts' },
    { label: 'List', href: '/scorecard/list', active: active === 'list' },
  ];
}

type NewKpiProps = { readonly onAdd: () => void };

export function NewKpiButton({ onAdd }: NewKpiProps) {
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
      New KPI
    </Button>
  );
}

/** What belongs on an empty scorecard. */
export function NoKpis({ mayWrite, onAdd }: NewKpiProps & { readonly mayWrite: boolean }) {
  return (
    <EmptyState
      icon={<IconChartLine size={20} stroke={1.6} />}
      title="No KPIs yet"
      actions={mayWrite ? <NewKpiButton onAdd={onAdd} /> : null}
    >
      Here stand the numbers that show whether the goals come nearer: each with a chart, its target,
      and what was last said about it, under the four perspectives of a balanced scorecard.
    </EmptyState>
  );
}
