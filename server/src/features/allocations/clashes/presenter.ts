import type { ClashView } from '@evenkeel/contract/allocations';
import type { Clash } from '@evenkeel/core/capacity/clash';
import { presentPlain } from '../presenter.ts';
import type { ClashesFound } from './service.ts';

export function presentClash(clash: Clash, { names, rows }: ClashesFound): ClashView {
  const { personId, allocationIds, ...facts } = clash;
  return {
    ...facts,
    person: { id: personId, name: names.get(personId) ?? '' },
    allocations: allocationIds.flatMap((id) => {
      const row = rows.get(id);
      return row ? [presentPlain(row)] : [];
    }),
  };
}
