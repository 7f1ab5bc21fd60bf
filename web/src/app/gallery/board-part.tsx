import { sumMoney } from '@evenkeel/core/money';
import { useMemo, useState } from 'react';
import { Board } from '../../ui/board/board.tsx';
import { formatCompactMoney } from '../../ui/format/money.ts';
import { ProgressGlyph } from '../../ui/marks/progress-glyph.tsx';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { DateText, MoneyText } from '../../ui/marks/values.tsx';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import styles from './gallery.module.css';
import { stageLabels, stageShapes } from './list-part.tsx';
import { type SampleDeal, type SampleStage, sampleDeals, sampleStages } from './sample-deals.ts';

const deals = sampleDeals(10_000).map((deal, index) =>
  index < 8800 ? { ...deal, stage: 'qualified' as const } : deal,
);
const cardKey = (deal: SampleDeal) => deal.id;
const cardName = (deal: SampleDeal) => `${deal.number} ${deal.name}`;
const cardHref = () => '/gallery.html?part=record';

function renderCard(deal: SampleDeal) {
  return (
    <div className={styles['card']}>
      <span className={styles['dim']}>{deal.number}</span>
      <span className={styles['strong']}>{deal.name}</span>
      <AccountMark account={deal.account} />
      <span className={styles['ends']}>
        <MoneyText amount={deal.value} />
        <span className={styles['ends']}>
          <DateText date={deal.close} />
          {deal.owner ? <PersonMark person={deal.owner} show="initials" /> : null}
        </span>
      </span>
    </div>
  );
}

export function BoardPart() {
  const [moved, setMoved] = useState<Record<string, SampleStage>>({});
  const columns = useMemo(() => {
    const placed = deals.map((deal) => ({ ...deal, stage: moved[deal.id] ?? deal.stage }));
    return sampleStages.map((stage) => {
      const cards = placed.filter((deal) => deal.stage === stage);
      const sum = sumMoney(
        cards.map((deal) => deal.value),
        'EUR',
      );
      return {
        id: stage,
        label: stageLabels[stage],
        mark: <ProgressGlyph shape={stageShapes[stage]} />,
        cards,
        sum: formatCompactMoney(sum),
      };
    });
  }, [moved]);
  return (
    <Page title="Pipeline" layout="fill">
      <Board
        label="Deals by stage"
        columns={columns}
        cardKey={cardKey}
        cardName={cardName}
        cardHref={cardHref}
        renderCard={renderCard}
        onMove={({ card, to }) => {
          const stage = sampleStages.find((candidate) => candidate === to);
          if (!stage) return;
          setMoved((before) => ({ ...before, [card.id]: stage }));
          notifyDone({
            message: `${card.number} moved to ${stageLabels[stage]}`,
            undo: () => setMoved((before) => ({ ...before, [card.id]: card.stage })),
          });
        }}
      />
    </Page>
  );
}
