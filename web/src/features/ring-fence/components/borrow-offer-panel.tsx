import type { ProjectId } from '@evenkeel/core/id';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { type Short, shortfallsOf } from '../api.ts';
import { BorrowPanel } from './borrow-panel.tsx';

/** What was refused for want of reserve, and how it is done again once the hours are lent. */
export type Refused = {
  readonly thrown: unknown;
  readonly projectId: ProjectId | null;
  readonly again: () => Promise<unknown>;
};

export type Borrow = {
  /** Offers to lend the hours; false when it was refused for something else, or nobody may lend. */
  readonly offer: (refused: Refused) => boolean;
  /** The dialog while it is open: render it somewhere. */
  readonly panel: ReactNode;
};

/** Lending where a refusal happens: whoever may manage lends on the spot, and what was refused is done. */
export function useBorrow(): Borrow {
  const mayManage = useMay('manage');
  const [open, setOpen] = useState<(Refused & { readonly short: readonly Short[] }) | null>(null);
  return {
    offer: (refused) => {
      const short = shortfallsOf(refused.thrown);
      if (!mayManage || short.length === 0) return false;
      setOpen({ ...refused, short });
      return true;
    },
    panel: open ? (
      <BorrowPanel
        shortfalls={open.short}
        projectId={open.projectId}
        onLent={async () => {
          setOpen(null);
          await open.again();
        }}
        onClose={() => setOpen(null)}
      />
    ) : null,
  };
}
