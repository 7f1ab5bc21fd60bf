import { type InitiativeRow, initiatives } from '@evenkeel/contract/initiatives';
import { needsReason, type ProjectState } from '@evenkeel/core/projects/state';
import { type ReactNode, useState } from 'react';
import { useInitiativeWrite } from '../api.ts';
import { ReasonForm } from '../components/reason-form.tsx';
import { type MoveInitiative, moveInitiative } from '../move-initiative.ts';

export type MoveRow = {
  /** Moves an initiative; shelving and rejecting first ask why. */
  readonly move: (row: InitiativeRow, to: ProjectState) => void;
  /** Has to be rendered somewhere on the page. */
  readonly dialog: ReactNode;
};

/** Moves initiatives of a list through the funnel, with Undo. */
export function useMoveRow(): MoveRow {
  const write = useInitiativeWrite(initiatives.move);
  const [asked, setAsked] = useState<{ row: InitiativeRow; to: ProjectState } | null>(null);
  const moverOf = (row: InitiativeRow): MoveInitiative => {
    let { version } = row;
    return moveInitiative(row, async (body) => {
      const moved = await write.mutateAsync({ params: { id: row.id }, version, body });
      version = moved.version;
    });
  };
  return {
    move: (row, to) => {
      if (row.state === to) return;
      if (needsReason(to)) setAsked({ row, to });
      else void moverOf(row)(to);
    },
    dialog: asked ? (
      <ReasonForm state={asked.to} move={moverOf(asked.row)} onClose={() => setAsked(null)} />
    ) : null,
  };
}
