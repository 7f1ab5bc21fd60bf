import { sumMoney } from '@evenkeel/core/money';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { formatCompactMoney, majorUnits } from '../../ui/format/money.ts';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import type { ProgressShape } from '../../ui/marks/progress-glyph.tsx';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { DateText, EffortText, MoneyText, PercentText } from '../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useShortcut } from '../../ui/shortcut/use-shortcut.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import {
  type SampleDeal,
  type SampleStage,
  sampleDeals,
  samplePeople,
  sampleStages,
} from './sample-deals.ts';

export const stageShapes: Record<SampleStage, ProgressShape> = {
  qualified: 'quarter',
  discovery: 'half',
  proposal: 'half',
  negotiation: 'three-quarters',
  won: 'done',
};

export const stageLabels: Record<SampleStage, string> = {
  qualified: 'Qualified',
  discovery: 'Discovery',
  proposal: 'Proposal',
  negotiation: 'Negotiation',
  won: 'Won',
};

const columns: readonly Column<SampleDeal>[] = [
  { id: 'name', label: 'Deal', value: (deal) => deal.name, width: 190, grow: true },
  { id: 'number', label: 'Number', value: (deal) => deal.number, width: 86 },
  {
    id: 'account',
    label: 'Account',
    value: (deal) => deal.account.name,
    cell: (deal) => <AccountMark account={deal.account} />,
    width: 180,
    grow: true,
  },
  {
    id: 'stage',
    label: 'Stage',
    value: (deal) => stageLabels[deal.stage],
    sortValue: (deal) => sampleStages.indexOf(deal.stage),
    cell: (deal) => <StageMark label={stageLabels[deal.stage]} shape={stageShapes[deal.stage]} />,
    width: 130,
  },
  {
    id: 'value',
    label: 'Value',
    value: (deal) => deal.value.minor,
    cell: (deal) => <MoneyText amount={deal.value} />,
    exportValue: (deal) => majorUnits(deal.value),
    align: 'end',
    width: 104,
    total: (rows) =>
      formatCompactMoney(
        sumMoney(
          rows.map((row) => row.value),
          'EUR',
        ),
      ),
  },
  {
    id: 'probability',
    label: 'Prob.',
    value: (deal) => deal.probability,
    cell: (deal) => <PercentText basisPoints={deal.probability} />,
    align: 'end',
    width: 76,
  },
  {
    id: 'owner',
    label: 'Owner',
    value: (deal) => deal.owner?.name,
    cell: (deal) => <PersonMark person={deal.owner} />,
    width: 150,
  },
  {
    id: 'close',
    label: 'Close',
    value: (deal) => deal.close,
    cell: (deal) => <DateText date={deal.close} />,
    width: 112,
  },
  { id: 'next', label: 'Next step', value: (deal) => deal.nextStep, width: 130 },
  {
    id: 'effort',
    label: 'Effort',
    value: (deal) => deal.effort,
    cell: (deal) => <EffortText minutes={deal.effort} />,
    align: 'end',
    width: 92,
  },
  {
    id: 'health',
    label: 'Health',
    value: (deal) => deal.health,
    cell: (deal) => <HealthMark health={deal.health} />,
    width: 150,
  },
  { id: 'id', label: 'Key', value: (deal) => deal.id, width: 100 },
];

const filters: readonly FilterDefinition<SampleDeal>[] = [
  {
    id: 'stage',
    label: 'Stage',
    kind: 'choice',
    choices: sampleStages.map((stage) => ({ value: stage, label: stageLabels[stage] })),
    value: (deal) => deal.stage,
  },
  {
    id: 'owner',
    label: 'Owner',
    kind: 'choice',
    marks: 'person',
    choices: samplePeople.map((person) => ({ value: person.id, label: person.name })),
    value: (deal) => deal.owner?.id,
  },
  { id: 'name', label: 'Name', kind: 'text', value: (deal) => deal.name },
  {
    id: 'value',
    label: 'Value',
    kind: 'number',
    currency: 'EUR',
    value: (deal) => deal.value.minor,
  },
  { id: 'close', label: 'Close', kind: 'date', value: (deal) => deal.close },
];

const rowKey = (deal: SampleDeal) => deal.id;
const rowName = (deal: SampleDeal) => `${deal.number} ${deal.name}`;
const rowHref = () => '/gallery.html?part=record';
const deals = sampleDeals(10_000);

export function ListPart() {
  const [state, setState] = useAddressListState();
  const [empty, setEmpty] = useState(false);
  useShortcut({
    keys: 'c',
    label: 'New deal',
    run: () => notifyDone({ message: 'Deal created', undo: () => undefined }),
  });
  return (
    <Page
      title="Deals"
      layout="fill"
      actions={
        <ActionIcon aria-label="Show the list with no rows" onClick={() => setEmpty(!empty)}>
          <IconRefresh size={16} />
        </ActionIcon>
      }
      primary={
        <Button
          leftSection={<IconPlus size={15} />}
          onClick={() =>
            notifyFailed({
              message: 'Could not move the deal. Nothing was changed.',
              retry: () => undefined,
            })
          }
        >
          New deal
        </Button>
      }
    >
      <DataList
        noun={{ one: 'deal', many: 'deals' }}
        rows={empty ? [] : deals}
        columns={columns}
        filters={filters}
        rowKey={rowKey}
        rowName={rowName}
        rowHref={rowHref}
        state={state}
        onStateChange={setState}
        summary={(rows) =>
          formatCompactMoney(
            sumMoney(
              rows.map((row) => row.value),
              'EUR',
            ),
          )
        }
        bulkActions={(rows, clear) => (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} />}
            onClick={() => {
              notifyDone({
                message: `${rows.length} deals moved to the trash`,
                undo: () => undefined,
              });
              clear();
            }}
          >
            Delete
          </Button>
        )}
        empty={
          <EmptyState title="No deals yet" actions={<Button>Import deals</Button>}>
            A deal is a possible sale. Bring yours from a CSV file, or write the first one.
          </EmptyState>
        }
      />
    </Page>
  );
}
