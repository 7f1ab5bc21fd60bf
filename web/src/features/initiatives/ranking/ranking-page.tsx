import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { InitiativesFrame } from '../views/components/initiatives-frame.tsx';
import { useRanking } from './api.ts';
import { CriteriaForm } from './components/criteria-form.tsx';
import styles from './components/ranking.module.css';
import { RankingTable } from './components/ranking-table.tsx';
import { ScorePanel } from './components/score-panel.tsx';
import { formulaInWords, type RankedInitiativeRow, rankedRows } from './model.ts';

/** Initiatives against each other by criteria the firm sets; client projects are never among them (ST-08, ST-35, IN-02). */
export function RankingPage() {
  const found = useRanking();
  const mayManage = useMay('manage');
  const [isSetting, setSetting] = useState(false);
  const [opened, setOpened] = useState<RankedInitiativeRow | null>(null);
  const criteria = found.data?.criteria ?? [];
  return (
    <>
      <InitiativesFrame view="ranking">
        {(rows) => (
          <Loaded found={found} what="the ranking">
            {(ranking) => (
              <>
                <div className={styles['head']}>
                  <p className={styles['lead']}>
                    Score = {formulaInWords(ranking.criteria)}, each from 0 to 10. It helps to talk,
                    it does not decide. Completed, shelved and rejected ones are left out unless you
                    filter by state.
                  </p>
                  {mayManage ? <SettingButton onClick={() => setSetting(true)} /> : null}
                </div>
                <RankedRows rows={rows} ranking={ranking} onOpen={setOpened} />
              </>
            )}
          </Loaded>
        )}
      </InitiativesFrame>
      {isSetting ? <CriteriaForm criteria={criteria} onClose={() => setSetting(false)} /> : null}
      <ScorePanel opened={opened} criteria={criteria} onClose={() => setOpened(null)} />
    </>
  );
}

function SettingButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button
      variant="default"
      leftSection={<IconAdjustmentsHorizontal size={15} />}
      onClick={onClick}
    >
      Criteria and weights
    </Button>
  );
}

type RankedRowsProps = {
  readonly rows: readonly InitiativeRow[];
  readonly ranking: NonNullable<ReturnType<typeof useRanking>['data']>;
  readonly onOpen: (ranked: RankedInitiativeRow) => void;
};

function RankedRows({ rows, ranking, onOpen }: RankedRowsProps) {
  const [state] = useAddressListState();
  const filtersState = state.filters.some(({ id }) => id === 'state');
  const ranked = rankedRows(rows, ranking.rows, filtersState);
  if (ranked.length === 0) {
    return <p className={styles['lead']}>No initiative is left to rank.</p>;
  }
  return <RankingTable ranked={ranked} criteria={ranking.criteria} onOpen={onOpen} />;
}
