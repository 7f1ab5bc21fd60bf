import type { DealRow, DealView, deals, StageView } from '@evenkeel/contract/deals';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import {
  type ContestField,
  type ContestKind,
  contestStandings,
} from '@evenkeel/core/deals/outcomes';
import { isNextStepOverdue } from '@evenkeel/core/deals/quiet';
import { stakeholderParts } from '@evenkeel/core/deals/stakeholders';
import { stakeholderPartLabels } from '../../lib/stakeholder-words.ts';
import { readerToday } from '../../ui/format/date.ts';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** What lists and sums of deals count. */
export const dealNoun = { one: 'deal', many: 'deals' };

export type DealChange = BodyInputOf<typeof deals.update>;

/** What a part of a deal's page shows and saves. */
export type DealPartProps = {
  readonly deal: DealView;
  readonly mayWrite: boolean;
  readonly save: (change: DealChange) => Promise<void>;
};

export type StageLook = { readonly shape: ProgressShape; readonly tone: GlyphTone };

const openLooks: readonly StageLook[] = [
  { shape: 'ring', tone: 'neutral' },
  { shape: 'quarter', tone: 'neutral' },
  { shape: 'half', tone: 'step-2' },
  { shape: 'three-quarters', tone: 'step-3' },
];

/** How a stage is drawn: the further along the pipeline, the fuller. */
export function stageLook(stage: StageView, stages: readonly StageView[]): StageLook {
  if (stage.outcome === 'won') return { shape: 'done', tone: 'good' };
  if (stage.outcome === 'lost') return { shape: 'cancelled', tone: 'neutral' };
  const open = stages.filter(
    ({ outcome, pipelineId }) => outcome === 'open' && pipelineId === stage.pipelineId,
  );
  const place = open.findIndex(({ id }) => id === stage.id);
  const last = openLooks.length - 1;
  const step = open.length <= 1 ? 0 : Math.round((Math.max(place, 0) / (open.length - 1)) * last);
  return openLooks[step] ?? { shape: 'ring', tone: 'neutral' };
}

export const contestChoices = [
  { value: 'goal-led', label: 'Goal-led' },
  { value: 'initiative-led', label: 'Initiative-led' },
] as const;

/** What each mark means for how a deal is won. */
export const contestMeanings: Record<ContestKind, string> = {
  'goal-led':
    'The customer wants a result and has not chosen the way. Shape it with them: few compare offers yet.',
  'initiative-led':
    'The customer has an initiative and compares offers head to head. Know how you stand in feature, function, price and performance.',
};

export const contestFieldLabels: Record<ContestField, string> = {
  feature: 'Feature',
  function: 'Function',
  price: 'Price',
  performance: 'Performance',
};

/** How we stand in one field, in words that name it: a column of choices needs no head. */
export function standingChoices(field: ContestField) {
  const label = contestFieldLabels[field];
  return contestStandings.map((value) => ({ value, label: `${label}: ${value}` }));
}

export const stakeholderPartChoices = stakeholderParts.map((value) => ({
  value,
  label: stakeholderPartLabels[value],
}));

export type Attention = 'overdue' | 'quiet';

/** What about an open deal asks for somebody; an overdue step before silence. */
export function attentionOf(deal: DealRow, isOpen: boolean): Attention | null {
  const outcome = isOpen ? 'open' : 'won';
  if (isNextStepOverdue({ outcome, nextStepOn: deal.nextStepOn }, readerToday())) return 'overdue';
  return isOpen && deal.isQuiet ? 'quiet' : null;
}

/** Sum of the values of deals, in minor units. */
export function totalValue(rows: readonly DealRow[]): number {
  return rows.reduce((sum, deal) => sum + deal.value, 0);
}
