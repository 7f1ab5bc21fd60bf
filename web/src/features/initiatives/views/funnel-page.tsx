import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { money } from '@evenkeel/core/money';
import { type ProjectState, projectStates } from '@evenkeel/core/projects/state';
import { useMemo } from 'react';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import { useMay, useSession } from '../../../lib/session.ts';
import { Board } from '../../../ui/board/board.tsx';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { MoneyText } from '../../../ui/marks/values.tsx';
import { InitiativeCard } from './components/initiative-card.tsx';
import { InitiativesFrame } from './components/initiatives-frame.tsx';
import { useMoveRow } from './use-move-row.tsx';

/** The funnel from considered to completed; shelved and rejected keep their reason (ST-39). */
export function FunnelPage() {
  const { move, dialog } = useMoveRow();
  return (
    <InitiativesFrame view="funnel" layout="fill">
      {(rows) => (
        <>
          <Funnel rows={rows} move={move} />
          {dialog}
        </>
      )}
    </InitiativesFrame>
  );
}

type FunnelProps = {
  readonly rows: readonly InitiativeRow[];
  readonly move: (row: InitiativeRow, to: ProjectState) => void;
};

const rowKey = (row: InitiativeRow) => row.id;
const rowName = (row: InitiativeRow) => row.name;
const rowHref = (row: InitiativeRow) => `/initiatives/${row.id}`;
const renderCard = (row: InitiativeRow) => <InitiativeCard row={row} />;

function Funnel({ rows, move }: FunnelProps) {
  const { currency } = useSession().workspace;
  const mayWrite = useMay('write');
  const columns = useMemo(
    () =>
      projectStates.map((state) => {
        const cards = rows.filter((row) => row.state === state);
        const budget = cards.reduce((sum, row) => sum + (row.budget ?? 0), 0);
        return {
          id: state,
          label: projectStateLabels[state],
          mark: <ProgressGlyph shape={projectStateShapes[state]} />,
          cards,
          sum: budget > 0 ? <MoneyText amount={money(budget, currency)} compact /> : null,
        };
      }),
    [rows, currency],
  );
  return (
    <Board
      label="Initiatives by funnel stage"
      columns={columns}
      cardKey={rowKey}
      cardName={rowName}
      cardHref={rowHref}
      renderCard={renderCard}
      cardHeight={100}
      {...(mayWrite
        ? {
            // The columns are the states themselves.
            onMove: ({ card, to }: { card: InitiativeRow; to: string }) =>
              move(card, to as ProjectState),
          }
        : {})}
    />
  );
}
