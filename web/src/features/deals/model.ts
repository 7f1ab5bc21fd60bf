import type { DealRow, DealView, deals, StageView } from '@evenkeel/contract/deals';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
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
  const open = stages.filter(({ outcome }) => outcome === 'open');
  const place = open.findIndex(({ id }) => id === stage.id);
  const last = openLooks.length - 1;
  const step = open.length <= 1 ? 0 : Math.round((Math.max(place, 0) / (open.length - 1)) * last);
  return openLooks[step] ?? { shape: 'ring', tone: 'neutral' };
}

/** Sum of the values of deals, in minor units. */
export function totalValue(rows: readonly DealRow[]): number {
  return rows.reduce((sum, deal) => sum + deal.value, 0);
}
