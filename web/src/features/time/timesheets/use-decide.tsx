import type { TimesheetRow } from '@evenkeel/contract/timesheets';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useDecideWeeks } from './api.ts';
import { ReasonModal } from './components/reason-modal.tsx';

type Seen = Pick<TimesheetRow, 'person' | 'week' | 'version'>;
type Asked = { readonly step: 'return' | 'reopen'; readonly weeks: readonly Seen[] };

const past = { approve: 'approved', return: 'returned', reopen: 'opened again' } as const;

/** Approving at once, returning and opening again after a word why; with the dialog to draw. */
export function useDecide(): {
  readonly approve: (weeks: readonly Seen[]) => Promise<void>;
  readonly sendBack: (weeks: readonly Seen[]) => void;
  readonly reopen: (weeks: readonly Seen[]) => void;
  readonly dialog: ReactNode;
} {
  const decide = useDecideWeeks();
  const [asked, setAsked] = useState<Asked | null>(null);
  const carryOut = async (
    step: keyof typeof past,
    weeks: readonly Seen[],
    reason?: string,
  ): Promise<void> => {
    const sheets = weeks.map(({ person, week, version }) => ({
      personId: person.id,
      week,
      version,
    }));
    await decide.mutateAsync({ body: { step, sheets, ...(reason ? { reason } : {}) } });
    notifyDone({
      message: `${formatCount(weeks.length, { one: 'week', many: 'weeks' })} ${past[step]}`,
    });
  };
  return {
    approve: async (weeks) => {
      try {
        await carryOut('approve', weeks);
      } catch (error) {
        notifyFailed({ message: problemOf(error).title });
      }
    },
    sendBack: (weeks) => setAsked({ step: 'return', weeks }),
    reopen: (weeks) => setAsked({ step: 'reopen', weeks }),
    dialog: asked ? (
      <ReasonModal
        title={titleOf(asked)}
        submitLabel={asked.step === 'return' ? 'Return' : 'Open again'}
        onSubmit={(reason) => carryOut(asked.step, asked.weeks, reason)}
        onClose={() => setAsked(null)}
      />
    ) : null,
  };
}

function titleOf({ step, weeks }: Asked): string {
  const [first] = weeks;
  const what =
    weeks.length === 1 && first
      ? `the week of ${first.person.name}`
      : formatCount(weeks.length, { one: 'week', many: 'weeks' });
  return step === 'return' ? `Return ${what}` : `Open ${what} again`;
}
