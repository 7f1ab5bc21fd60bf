import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useMergedInto } from '../api.ts';
import styles from './duplicates.module.css';

type MergedNoteProps = {
  readonly kind: MergeKind;
  readonly record: { readonly id: string; readonly deletedAt: string | null };
};

/** On a record that lies in the trash: what it was merged into. */
export function MergedNotePanel({ kind, record }: MergedNoteProps) {
  const found = useMergedInto(kind, record.id, record.deletedAt !== null);
  const into = found.data?.into;
  if (record.deletedAt === null || !into) return null;
  return (
    <p className={styles['merged']}>
      This was merged into <AppLink href={`/${kind}s/${into.id}`}>{into.name}</AppLink>, where
      everything that hung on it stands now.
    </p>
  );
}
