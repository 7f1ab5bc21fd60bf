import type { GoalMatrixView } from '@evenkeel/contract/goal-matrix';
import { SegmentedControl } from '@mantine/core';
import { goalTabs } from '../../lib/goal-tabs.ts';
import { useMay } from '../../lib/session.ts';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useGoalMatrix } from './api.ts';
import styles from './components/matrix.module.css';
import { MatrixGrid } from './components/matrix-grid.tsx';
import { aloneInWords } from './model.ts';

type Kinds = 'initiative' | 'all';
const isKinds = (value: unknown): value is Kinds => value === 'initiative' || value === 'all';

/** Initiatives against goals: how much each helps or hurts, and who stands alone (ST-40). */
export function GoalMatrixPage() {
  const [kinds, setKinds] = useAddressState<Kinds>('work', 'initiative', isKinds);
  const found = useGoalMatrix(kinds);
  const mayWrite = useMay('write');
  return (
    <Page
      title="Goals"
      layout="fill"
      tabs={goalTabs('matrix')}
      toolbar={
        <>
          <SegmentedControl
            aria-label="Which work"
            value={kinds}
            onChange={(value) => isKinds(value) && setKinds(value)}
            data={[
              { value: 'initiative', label: 'Initiatives' },
              { value: 'all', label: 'With client projects' },
            ]}
          />
          <Alone matrix={found.data} />
        </>
      }
    >
      <Loaded found={found} what="the goal matrix">
        {(matrix) =>
          matrix.goals.length === 0 || matrix.projects.length === 0 ? (
            <EmptyState title="Nothing to compare yet">
              The matrix sets initiatives against goals. It begins with a goal and an initiative.
            </EmptyState>
          ) : (
            <MatrixGrid matrix={matrix} canEdit={mayWrite} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Alone({ matrix }: { readonly matrix: GoalMatrixView | undefined }) {
  const words = matrix ? aloneInWords(matrix) : null;
  return words === null ? null : (
    <span className={styles['alone']}>
      <HealthMark health="at-risk" label={words} />
    </span>
  );
}
