import type { CostItemView } from '@evenkeel/contract/initiative-case';
import { formatDate } from '../../../../ui/format/date.ts';

/** When an item of cost falls due, where it says so itself. */
export function CostPeriodText({ item }: { readonly item: CostItemView }) {
  const { startsOn, endsOn } = item;
  if (startsOn === null && endsOn === null) return null;
  if (item.kind === 'one-off') return startsOn && <>on {formatDate(startsOn)}</>;
  const from = startsOn === null ? 'from the start' : `from ${formatDate(startsOn)}`;
  const to = endsOn === null ? 'to the end' : `to ${formatDate(endsOn)}`;
  return (
    <>
      {from} {to}
    </>
  );
}
