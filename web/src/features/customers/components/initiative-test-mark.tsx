import type { CustomerInitiativeView } from '@evenkeel/contract/customers';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';

const shapes = ['ring', 'ring', 'quarter', 'half', 'three-quarters', 'done'] as const;

/** What the initiative-or-goal test says of a customer's statement; what is missing on hover. */
export function InitiativeTestMark({ test }: { readonly test: CustomerInitiativeView['test'] }) {
  const missing = test.criteria.flatMap((criterion) => criterion.missing);
  const verdict = test.class === 'initiative' ? 'Initiative' : 'Still a goal candidate';
  return (
    <span title={missing.length > 0 ? missing.join('\n') : 'Nothing is missing'}>
      <StageMark
        label={`${verdict}, ${test.metCount} of 5`}
        shape={shapes[test.metCount] ?? 'ring'}
      />
    </span>
  );
}
