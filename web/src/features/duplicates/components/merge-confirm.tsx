import { type Comparison, duplicates } from '@evenkeel/contract/duplicates';
import { trashDays } from '@evenkeel/contract/trash';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useDuplicateWrite } from '../api.ts';
import { type Choices, takenFields } from '../model.ts';
import styles from './duplicates.module.css';

type MergeConfirmProps = {
  readonly comparison: Comparison;
  readonly choices: Choices;
  readonly isFirstKept: boolean;
  readonly onClose: () => void;
};

/** Says what moves before two records become one. Mount it while it is open. */
export function MergeConfirm({ comparison, choices, isFirstKept, onClose }: MergeConfirmProps) {
  const open = useOpen();
  const merge = useDuplicateWrite(duplicates.merge);
  const unmerge = useDuplicateWrite(duplicates.unmerge);
  const { kind, first, second } = comparison;
  const [kept, merged] = isFirstKept ? [first, second] : [second, first];
  const confirm = async () => {
    try {
      await merge.mutateAsync({
        body: {
          kind,
          keptId: kept.id,
          keptVersion: kept.version,
          mergedId: merged.id,
          mergedVersion: merged.version,
          take: takenFields(comparison, choices, isFirstKept),
        },
      });
    } catch (thrown) {
      notifyFailed({ message: `Nothing was merged. ${problemOf(thrown).title}` });
      onClose();
      return;
    }
    const undo = async () => {
      await unmerge.mutateAsync({ body: { kind, mergedId: merged.id } });
    };
    notifyDone({ message: `${merged.name} is part of ${kept.name} now`, undo });
    open(`/${kind}s/${kept.id}`);
  };
  return (
    <ConfirmDialog
      opened
      title={`Merge into ${kept.name}?`}
      confirmLabel="Merge"
      onConfirm={confirm}
      onCancel={onClose}
    >
      {merged.moves.length === 0 ? (
        <p className={styles['confirm']}>Nothing hangs on {merged.name}.</p>
      ) : (
        <>
          <p className={styles['confirm']}>
            This moves from {merged.name} to {kept.name}:
          </p>
          <ul className={styles['moves']}>
            {merged.moves.map(({ what, count }) => (
              <li key={what}>
                {formatNumber(count)} {what}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['confirm']}>
        {merged.name} goes to the trash for {trashDays} days. While it lies there, the merge can be
        taken back on its page.
      </p>
    </ConfirmDialog>
  );
}
