import type { DealRow, StageView } from '@evenkeel/contract/deals';
import type { PipelineView } from '@evenkeel/contract/pipelines';
import { type DealOutcome, weightedValue } from '@evenkeel/core/deals/pipeline';
import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { attentionOf, contestChoices, totalValue } from '../model.ts';
import { AttentionMark } from './attention-mark.tsx';
import { StageLabel } from './stage-label.tsx';

type ColumnContext = {
  readonly stages: readonly StageView[];
  readonly currency: string;
  readonly pipelines: readonly PipelineView[];
};

export function dealColumns({ stages, currency, pipelines }: ColumnContext): Column<DealRow>[] {
  const stageOf = new Map<string, StageView>(stages.map((stage) => [stage.id, stage]));
  const weighted = (deal: DealRow) =>
    weightedValue(deal, stageOf.get(deal.stageId)?.probability ?? 0);
  const isOpen = (deal: DealRow) => stageOf.get(deal.stageId)?.outcome === 'open';
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
    {
      id: 'attention',
      label: 'Attention',
      width: 148,
      value: (deal) => attentionOf(deal, isOpen(deal)),
      cell: (deal) => <AttentionMark deal={deal} isOpen={isOpen(deal)} />,
      exportValue: (deal) => attentionOf(deal, isOpen(deal)) ?? '',
    },
    { id: 'nextStep', label: 'Next step', width: 190, value: (deal) => deal.nextStep || null },
    {
      id: 'nextStepOn',
      label: 'Due',
      width: 104,
      value: (deal) => deal.nextStepOn,
      cell: (deal) => <DateText date={deal.nextStepOn} />,
    },
    {
      id: 'reason',
      label: 'Reason',
      width: 160,
      hidden: true,
      value: (deal) => deal.reason?.name,
    },
    {
      id: 'contest',
      label: 'Led by',
      width: 120,
      hidden: true,
      value: (deal) => contestChoices.find(({ value }) => value === deal.contest)?.label,
    },
    ...(pipelines.length > 1
      ? [
          {
            id: 'pipeline',
            label: 'Pipeline',
            width: 130,
            hidden: true,
            value: (deal: DealRow) => pipelines.find(({ id }) => id === deal.pipelineId)?.name,
          },
        ]
      : []),
  ];
}

export function dealFilters(
  deals: readonly DealRow[],
  { stages, currency, pipelines }: ColumnContext,
): FilterDefinition<DealRow>[] {
  const outcomeOf = new Map<string, DealOutcome>(stages.map(({ id, outcome }) => [id, outcome]));
  const nameOf = new Map<string, string>(pipelines.map(({ id, name }) => [id, name]));
  const several = pipelines.length > 1;
  return [
    ...(several
      ? [
          {
            id: 'pipeline',
            label: 'Pipeline',
            kind: 'choice' as const,
            choices: pipelines.map(({ id, name }) => ({ value: id, label: name })),
            value: (deal: DealRow) => deal.pipelineId,
          },
        ]
      : []),
    {
      id: 'attention',
      label: 'Attention',
      kind: 'choice',
      choices: [
        { value: 'quiet', label: 'Gone quiet' },
        { value: 'overdue', label: 'Next step overdue' },
      ],
      value: (deal) => attentionOf(deal, outcomeOf.get(deal.stageId) === 'open'),
    },
    {
      id: 'outcome',
      label: 'Outcome',
      kind: 'choice',
      choices: [
        { value: 'open', label: 'Open' },
        { value: 'won', label: 'Won' },
        { value: 'lost', label: 'Lost' },
      ],
      value: (deal) => outcomeOf.get(deal.stageId),
    },
    {
      id: 'stage',
      label: 'Stage',
      kind: 'choice',
      choices: stages.map(({ id, name, pipelineId }) => ({
        value: id,
        label: several ? `${name} (${nameOf.get(pipelineId) ?? ''})` : name,
      })),
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
    {
      id: 'reason',
      label: 'Reason',
      kind: 'choice',
      choices: choicesOf(deals.map((deal) => deal.reason)),
      value: (deal) => deal.reason?.id ?? null,
    },
    {
      id: 'contest',
      label: 'Led by',
      kind: 'choice',
      choices: contestChoices,
      value: (deal) => deal.contest,
    },
    { id: 'nextStep', label: 'Next step', kind: 'text', value: (deal) => deal.nextStep },
    { id: 'nextStepOn', label: 'Next step due', kind: 'date', value: (deal) => deal.nextStepOn },
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
