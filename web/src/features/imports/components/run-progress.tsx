import { type ImportView, imports } from '@evenkeel/contract/imports';
import { Button } from '@mantine/core';
import { formatNumber } from '../../../ui/format/number.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useImportWrite } from '../api.ts';
import styles from './imports.module.css';

/** How far a running import is, and the way to stop it. */
export function RunProgress({ view }: { readonly view: ImportView }) {
  const cancel = useImportWrite(imports.cancel);
  const progress = view.progress ?? { phase: 'checking', done: 0, total: 0, isCancelled: false };
  const isWriting = progress.phase === 'writing' && progress.total > 0;
  const share = isWriting ? progress.done / progress.total : 0;
  const words = isWriting
    ? `${formatNumber(progress.done)} of ${formatNumber(progress.total)} records`
    : 'Comparing with what is here already';
  return (
    <div className={styles['progress']}>
      <h2 className={styles['progress-title']}>
        {progress.isCancelled ? 'Stopping the import' : 'Importing'}
      </h2>
      <p className={styles['meta']}>
        You can leave this page. Nothing shows up before all of it is in.
      </p>
      <div
        className={styles['bar']}
        role="progressbar"
        aria-label="Progress of the import"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words}
      >
        <span className={styles['bar-fill']} style={{ transform: `scaleX(${share})` }} />
      </div>
      <p className={styles['progress-count']}>{words}</p>
      <div>
        <Button
          variant="default"
          loading={cancel.isPending || progress.isCancelled}
          onClick={() =>
            cancel.mutate(
              { params: { id: view.id } },
              { onError: (error) => notifyFailed({ message: error.message }) },
            )
          }
        >
          Stop and import nothing
        </Button>
      </div>
    </div>
  );
}
