import type { ChangeEffectView } from '@evenkeel/contract/change-requests';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { DateText, EffortText, MoneyText } from '../../../ui/marks/values.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';

/** What a change does: hours, price, the end, and each milestone that moves. */
export function EffectList({ effect }: { readonly effect: ChangeEffectView }) {
  const { currency } = useSession().workspace;
  const { price, endBefore, endAfter, milestones } = effect;
  return (
    <FieldList>
      <FieldLine label="Hours">
        <EffortText minutes={effect.minutes} />
      </FieldLine>
      <FieldLine label="Price">
        {price === null ? (
          'No rate for some of the work'
        ) : (
          <MoneyText amount={money(price, currency)} />
        )}
      </FieldLine>
      <FieldLine label="End">
        <Move before={endBefore} after={endAfter} />
      </FieldLine>
      {milestones.map(({ id, name, before, after }) => (
        <FieldLine key={id} label={name}>
          <Move before={before} after={after} />
        </FieldLine>
      ))}
    </FieldList>
  );
}

type MoveProps = { readonly before: CalendarDate | null; readonly after: CalendarDate | null };

function Move({ before, after }: MoveProps) {
  if (before === after) {
    return (
      <>
        <DateText date={after} />, as before
      </>
    );
  }
  return (
    <>
      <DateText date={before} /> → <DateText date={after} />
    </>
  );
}
