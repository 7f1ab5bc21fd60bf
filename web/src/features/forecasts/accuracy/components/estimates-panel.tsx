import {
  type AccuracyGrouping,
  type AccuracyRow,
  type AccuracyView,
  accuracyGroupings,
} from '@evenkeel/contract/forecasts';
import { SegmentedControl } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { DataList } from '../../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../../ui/data-list/use-address-list-state.ts';
import { formatCount } from '../../../../ui/format/number.ts';
import { useAddressState } from '../../../../ui/navigation/use-address-state.ts';
import { Page } from '../../../../ui/page/page.tsx';
import { EmptyState } from '../../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { useAccuracy } from '../../api.ts';
import { ratioText, shareText } from '../../model.ts';
import { accuracyColumns, accuracyName } from './accuracy-columns.tsx';
import { AccuracyRowsPanel } from './accuracy-rows-panel.tsx';

const groupingLabels: Readonly<Record<AccuracyGrouping, string>> = {
  'role-and-type': 'Role and type',
  role: 'Role',
  type: 'Type',
};
const noun = { one: 'kind of work', many: 'kinds of work' };
const isGrouping = (value: unknown): value is AccuracyGrouping =>
  accuracyGroupings.some((grouping) => grouping === value);

type EstimatesPageProps = {
  readonly tabs: readonly { label: string; href: string; active: boolean }[];
};

/** Estimate against actual by kind of work: what forecasts learn from, and how honest they are (IN-07). */
export function EstimatesPanel({ tabs }: EstimatesPageProps) {
  const [by, setBy] = useAddressState<AccuracyGrouping>('by', 'role-and-type', isGrouping);
  const [state, setState] = useAddressListState();
  const [opened, setOpened] = useState<AccuracyRow | null>(null);
  const found = useAccuracy(by);
  const columns = useMemo(() => accuracyColumns(by), [by]);
  return (
    <Page
      title="Time"
      tabs={tabs}
      layout="fill"
      toolbar={
        <SegmentedControl
          aria-label="A line for each"
          value={by}
          onChange={(value) => isGrouping(value) && setBy(value)}
          data={accuracyGroupings.map((value) => ({ value, label: groupingLabels[value] }))}
        />
      }
    >
      <Loaded found={found} what="the estimates">
        {(answer) => (
          <DataList
            key={by}
            noun={noun}
            rows={answer.rows}
            columns={columns}
            rowKey={rowKey}
            rowName={(row) => accuracyName(row, by)}
            onOpenRow={setOpened}
            state={state}
            onStateChange={setState}
            summary={() => honestyText(answer)}
            exportName={`estimates by ${by}`}
            empty={
              <EmptyState icon={<IconScale size={20} stroke={1.6} />} title="No past yet">
                Once tasks with an estimate are done and their hours logged, you see here how
                estimates turn out, and forecasts learn from it.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {opened ? <AccuracyRowsPanel by={by} row={opened} onClose={() => setOpened(null)} /> : null}
    </Page>
  );
}

/** How well the ratios would have foretold what is finished, each task from all others. */
function honestyText({ count, ratio, honesty }: AccuracyView): string {
  const whole = `${formatCount(count, { one: 'finished task', many: 'finished tasks' })} took ${ratioText(ratio)} their estimate.`;
  if (!honesty) return whole;
  const better = Math.round(100 * (1 - honesty.errorWithRatios / honesty.errorAsEstimated));
  const gain = better > 0 ? `${better}% closer than the estimates` : 'no closer than the estimates';
  return `${whole} Foretold from the others, ${shareText(honesty.within50)} kept P50, ${shareText(honesty.within80)} P80, ${shareText(honesty.within95)} P95; ${gain}.`;
}

function rowKey(row: AccuracyRow): string {
  return row.key;
}
