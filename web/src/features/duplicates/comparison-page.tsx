import { type Comparison, duplicates } from '@evenkeel/contract/duplicates';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { type PairParams, useComparison, useDuplicateWrite } from './api.ts';
import { CompareTable } from './components/compare-table.tsx';
import styles from './components/duplicates.module.css';
import { MergeConfirm } from './components/merge-confirm.tsx';
import { type Choices, reasonsInWords } from './model.ts';

const list = { label: 'Duplicates', href: '/accounts/duplicates' };
const crumbs = [{ label: 'Accounts', href: '/accounts' }, list];

/** Two records side by side: what stays of each, and what moves (CR-10). */
export function ComparisonPage() {
  const kind = usePathParameter('kind') === 'contact' ? 'contact' : 'account';
  const params = {
    kind,
    firstId: usePathParameter('firstId'),
    secondId: usePathParameter('secondId'),
  } as const;
  const found = useComparison(params);
  return (
    <LoadedRecord found={found} noun="pair" list={list}>
      {(comparison) => (
        <OpenComparison
          key={`${params.firstId} ${params.secondId}`}
          comparison={comparison}
          params={params}
        />
      )}
    </LoadedRecord>
  );
}

type OpenComparisonProps = { readonly comparison: Comparison; readonly params: PairParams };

function OpenComparison({ comparison, params }: OpenComparisonProps) {
  const mayWrite = useMay('write');
  const { first, second, reasons, isDismissed } = comparison;
  const [keptId, setKeptId] = useState(comparison.proposedKeptId);
  const [choices, setChoices] = useState<Choices>({});
  const [isAsking, setAsking] = useState(false);
  return (
    <Page
      title={`${first.name} and ${second.name}`}
      breadcrumbs={crumbs}
      actions={mayWrite && !isDismissed ? <NotTheSame params={params} /> : undefined}
      primary={mayWrite ? <Button onClick={() => setAsking(true)}>Merge</Button> : undefined}
    >
      <p className={styles['why']}>
        {reasonsInWords(reasons)}.{' '}
        {isDismissed
          ? 'Somebody said that they are not the same, so they are not proposed any more.'
          : 'Choose which record stays and what it says; everything that hangs on the other moves to it.'}
      </p>
      <CompareTable
        comparison={comparison}
        keptId={keptId}
        onKeep={setKeptId}
        choices={choices}
        onChoose={(field, choice) => setChoices((standing) => ({ ...standing, [field]: choice }))}
        mayWrite={mayWrite}
      />
      {isAsking ? (
        <MergeConfirm
          comparison={comparison}
          choices={choices}
          isFirstKept={keptId === first.id}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Page>
  );
}

function NotTheSame({ params }: { readonly params: PairParams }) {
  const open = useOpen();
  const dismiss = useDuplicateWrite(duplicates.dismiss);
  const again = useDuplicateWrite(duplicates.proposeAgain);
  const body = { ...params };
  return (
    <Button
      variant="default"
      loading={dismiss.isPending}
      onClick={async () => {
        await dismiss.mutateAsync({ body });
        notifyDone({
          message: 'Not a duplicate; the pair is not proposed again',
          undo: async () => {
            await again.mutateAsync({ body });
          },
        });
        open(list.href);
      }}
    >
      Not a duplicate
    </Button>
  );
}
