import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { TradeOffChart } from '../../../ui/charts/trade-off-chart.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useRunChoice, useUpdateChoice } from '../api.ts';
import { formatPoints } from '../model.ts';
import styles from './choice.module.css';
import { useMoney } from './left-out-table.tsx';

type FrontierSectionProps = {
  readonly choice: PortfolioChoiceView;
  readonly result: PortfolioResultView;
  readonly mayManage: boolean;
};

/** Margin against contribution: each point the best of one for so much of the other. */
export function FrontierSection({ choice, result, mayManage }: FrontierSectionProps) {
  const money = useMoney();
  const [opened, setOpened] = useState<number | null>(null);
  const points = result.frontier.flatMap((point) =>
    point.marginMinor === null ? [] : [{ ...point, marginMinor: point.marginMinor }],
  );
  if (points.length < 2) return null;
  const at = opened ?? points.findIndex(({ isShown }) => isShown);
  const point = points[at];
  return (
    <Section
      title="Margin against contribution"
      note="Each point is the best margin with so much contribution. They are never added up."
    >
      <TradeOffChart
        label={`Margin against contribution: ${points.length} portfolios`}
        horizontal={{ label: 'Contribution', format: (value) => formatPoints(value) }}
        vertical={{ label: 'Margin', format: money }}
        points={points.map((one) => ({
          x: one.contribution,
          y: one.marginMinor,
          isShown: one.isShown,
          label: `${formatPoints(one.contribution)}, ${money(one.marginMinor)}${one.isShown ? ', this result' : ''}`,
        }))}
        selected={at}
        onSelect={setOpened}
      />
      {point ? (
        <PointLine
          key={at}
          point={point}
          result={result}
          choice={choice}
          mayManage={mayManage && choice.state !== 'decided'}
        />
      ) : null}
    </Section>
  );
}

type Point = PortfolioResultView['frontier'][number];

function PointLine({
  point,
  result,
  choice,
  mayManage,
}: FrontierSectionProps & { readonly point: Point }) {
  const money = useMoney();
  const update = useUpdateChoice();
  const run = useRunChoice();
  const params = { id: choice.id };
  const onError = (error: Error) => notifyFailed({ message: error.message });
  const take = () =>
    update.mutate(
      { params, version: choice.version, body: aimAt(point) },
      { onError, onSuccess: () => run.mutate({ params, body: {} }, { onError }) },
    );
  const named = new Map(
    [...result.chosen, ...result.leftOut].map((one) => [one.candidateId as string, one.name]),
  );
  const shown = new Set<string>(result.chosen.map(({ candidateId }) => candidateId));
  const here = new Set<string>(point.chosen.map(({ candidateId }) => candidateId));
  const list = (ids: Iterable<string>) => [...ids].map((id) => `“${named.get(id)}”`).join(', ');
  const more = list([...here].filter((id) => !shown.has(id)));
  const less = list([...shown].filter((id) => !here.has(id)));
  return (
    <div className={styles['notice']} role="status">
      <strong>
        {formatPoints(point.contribution)}, {money(point.marginMinor ?? 0)}
      </strong>
      {point.isShown ? 'This result.' : null}
      {more === '' ? null : <span>Also takes {more}.</span>}
      {less === '' ? null : <span>Leaves out {less}.</span>}
      {mayManage && !point.isShown ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={update.isPending || run.isPending}
          onClick={take}
        >
          Aim at this point
        </Button>
      ) : null}
    </div>
  );
}

/** The floor that leads to the point. */
function aimAt(point: Point) {
  return { maximise: 'margin', leastContribution: Math.max(0, point.contribution) } as const;
}
