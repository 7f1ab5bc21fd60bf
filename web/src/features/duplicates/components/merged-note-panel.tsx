import { duplicates } from '@evenkeel/contract/duplicates';
import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { Button } from '@mantine/core';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useDuplicateWrite, useMergedInto } from '../api.ts';
import styles from './duplicates.module.css';

type MergedNoteProps = {
  readonly kind: MergeKind;
  readonly record: { readonly id: string; readonly deletedAt: string | null };
};

/** On a record that lies in the trash: what it was merged into. */
export function MergedNotePanel({ kind, record }: MergedNoteProps) {
  const mayWrite = useMay('write');
  const unmerge = useDuplicateWrite(duplicates.unmerge);
  const found = useMergedInto(kind, record.id, record.deletedAt !== null);
  const into = found.data?.into;
  if (record.deletedAt === null || !into) return null;
  const takeBack = async () => {
    try {
      const { left } = await unmerge.mutateAsync({ body: { kind, mergedId: record.id } });
      const rest = left === 0 ? '' : `; ${left} that changed since stay with ${into.name}`;
      notifyDone({ message: `Apart again from ${into.name}${rest}` });
    } catch (thrown) {
      notifyFailed({ message: `Nothing was changed. ${problemOf(thrown).title}` });
    }
  };
  return (
    <p className={styles['merged']}>
      This was merged into <AppLink href={`/${kind}s/${into.id}`}>{into.name}</AppLink>, where
      everything that hung on it stands now.{' '}
      {mayWrite ? (
        <Button variant="default" loading={unmerge.isPending} onClick={() => void takeBack()}>
          Take the merge back
        </Button>
      ) : null}
    </p>
  );
}
