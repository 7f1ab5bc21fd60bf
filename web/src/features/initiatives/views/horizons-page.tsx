import { type InitiativeRow, initiatives } from '@evenkeel/contract/initiatives';
import { horizons } from '@evenkeel/core/projects/initiative-category';
import { useMemo } from 'react';
import { useMay } from '../../../lib/session.ts';
import { Board } from '../../../ui/board/board.tsx';
import { horizonLabels } from '../model.ts';
import { InitiativeCard } from './components/initiative-card.tsx';
import { InitiativesFrame } from './components/initiatives-frame.tsx';
import { usePlaceRow } from './use-place-row.ts';

/** Initiatives by horizon: what defends today, what builds the next business, what keeps options open. */
export function HorizonsPage() {
  return (
    <InitiativesFrame view="horizons" layout="fill">
      {(rows) => <Horizons rows={rows} />}
    </InitiativesFrame>
  );
}

const rowKey = (row: InitiativeRow) => row.id;
const rowName = (row: InitiativeRow) => row.name;
const rowHref = (row: InitiativeRow) => `/initiatives/${row.id}`;
const renderCard = (row: InitiativeRow) => <InitiativeCard row={row} />;
const unplaced = 'none';

function Horizons({ rows }: { readonly rows: readonly InitiativeRow[] }) {
  const mayWrite = useMay('write');
  const place = usePlaceRow(initiatives.update);
  const columns = useMemo(
    () => [
      ...horizons.map((horizon) => ({
        id: String(horizon),
        label: `Horizon ${horizonLabels[horizon - 1]}`,
        cards: rows.filter((row) => row.horizon === horizon),
      })),
      {
        id: unplaced,
        label: 'Not placed yet',
        cards: rows.filter((row) => row.horizon === null),
      },
    ],
    [rows],
  );
  return (
    <Board
      label="Initiatives by horizon"
      columns={columns}
      cardKey={rowKey}
      cardName={rowName}
      cardHref={rowHref}
      renderCard={renderCard}
      cardHeight={100}
      {...(mayWrite
        ? {
            onMove: ({ card, to }: { card: InitiativeRow; to: string }) =>
              place(
                card,
                { horizon: to === unplaced ? null : Number(to) },
                { horizon: card.horizon },
              ),
          }
        : {})}
    />
  );
}
