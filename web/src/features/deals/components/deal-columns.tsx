import type { DealRow, StageView } from '@evenkeel/contract/deals';
import { weightedValue } from '@evenkeel/core/deals/pipeline';
import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { totalValue } from '../model.ts';
import { StageLabel } from './stage-label.tsx';

type ColumnContext = { readonly stages: readonly StageView[]; readonly currency: string };

export function dealColumns({ stages, currency }: ColumnContext): Column<DealRow>[] {
  const stageOf = new Map<string, StageView>(stages.map((stage) => [stage.id, stage]));
  const weighted = (deal: DealRow) =>
    weightedValue(deal, stageOf.get(deal.stageId)?.probability ?? 0);
  const amount = (minor: number) => <MoneyText amount={money(minor, currency)} />;
  const exported = (minor: number) => majorUnits(money(minor, currency));
  return [
    { id: 'name', label: 'Deal', width: 220, grow: true, value: (deal) => deal.name },
    {
      id: 'number',
      label: 'ID',
      width: 92,
      value: (deal) => recordNumber('deal', deal.number),
      sortValue: (deal) => deal.number,
    },
    {
      id: 'account',
      label: 'Account',
      width: 190,
      value: (deal) => deal.account?.name,
      cell: (deal) => <AccountMark account={deal.account ?? undefined} />,
    },
    {
      id: 'stage',
      label: 'Stage',
      width: 140,
      value: (deal) => stageOf.get(deal.stageId)?.name,
      sortValue: (deal) => stageOf.get(deal.stageId)?.position,
      cell: (deal) => <StageLabel stage={stageOf.get(deal.stageId)} stages={stages} />,
    },
    {
      id: 'value',
      label: 'Value',
      width: 116,
      align: 'end',
      value: (deal) => deal.value,
      cell: (deal) => amount(deal.value),
      exportValue: (deal) => exported(deal.value),
      total: (rows) => amount(totalValue(rows)),
    },
    {
      id: 'probability',
      label: 'Prob.',
      width: 72,
      align: 'end',
      value: (deal) => stageOf.get(deal.stageId)?.probability,
      cell: (deal) => <PercentText basisPoints={stageOf.get(deal.stageId)?.probability} />,
    },
    {
      id: 'weighted',
      label: 'Weighted',
      width: 116,
      align: 'end',
      hidden: true,
      value: weighted,
      cell: (deal) => amount(weighted(deal)),
      exportValue: (deal) => exported(weighted(deal)),
      total: (rows) => amount(rows.reduce((sum, deal) => sum + weighted(deal), 0)),
    },
    {
      id: 'owner',
      label: 'Owner',
      width: 168,
      value: (deal) => deal.owner?.name,
      cell: (deal) => <PersonMark person={deal.owner ?? undefined} />,
    },
    {
      id: 'closeOn',
      label: 'Close',
      width: 112,
      value: (deal) => deal.closeOn,
      cell: (deal) => <DateText date={deal.closeOn} />,
    },
    {
      id: 'openedOn',
      label: 'Opened',
      width: 112,
      hidden: true,
      value: (deal) => deal.openedOn,
      cell: (deal) => <DateText date={deal.openedOn} />,
    },
    {
      id: 'product',
      label: 'Product',
      width: 150,
      hidden: true,
      value: (deal) => deal.product?.name,
    },
    { id: 'nextStep', label: 'Next step', width: 190, value: (deal) => deal.nextStep || null },
  ];
}

export function dealFilters(
  deals: readonly DealRow[],
  { stages, currency }: ColumnContext,
): FilterDefinition<DealRow>[] {
  return [
    {
      id: 'stage',
      label: 'Stage',
      kind: 'choice',
      choices: stages.map(({ id, name }) => ({ value: id, label: name })),
      value: (deal) => deal.stageId,
    },
    {
      id: 'owner',
      label: 'Owner',
      kind: 'choice',
      marks: 'person',
      choices: choicesOf(deals.map((deal) => deal.owner)),
      value: (deal) => deal.owner?.id,
    },
    {
      id: 'account',
      label: 'Account',
      kind: 'choice',
      marks: 'account',
      choices: choicesOf(deals.map((deal) => deal.account)),
      value: (deal) => deal.account?.id,
    },
    {
      id: 'product',
      label: 'Product',
      kind: 'choice',
      choices: choicesOf(deals.map((deal) => deal.product)),
      value: (deal) => deal.product?.id,
    },
    { id: 'value', label: 'Value', kind: 'number', currency, value: (deal) => deal.value },
    { id: 'closeOn', label: 'Close', kind: 'date', value: (deal) => deal.closeOn },
    { id: 'nextStep', label: 'Next step', kind: 'text', value: (deal) => deal.nextStep },
  ];
}

/** Each referenced record once, by name. */
function choicesOf(references: readonly ({ readonly id: string; readonly name: string } | null)[]) {
  const names = new Map<string, string>();
  for (const reference of references) if (reference) names.set(reference.id, reference.name);
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
