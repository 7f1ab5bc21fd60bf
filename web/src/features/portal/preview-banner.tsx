import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { lookAs } from '../../lib/view-as.ts';
import styles from './portal.module.css';
import { usePortal, usePortalWords } from './portal-context.ts';

/** Says that somebody of the firm looks with the client's eyes, and how to stop. */
export function PreviewBanner() {
  const { member } = usePortal();
  const words = usePortalWords(portalPageWords);
  const end = () => {
    lookAs(null);
    window.close();
    // A tab that no script opened stays: then it shows the firm's own pages.
    window.location.replace('/');
  };
  return (
    <div className={styles['preview']} role="status">
      <IconEye size={16} aria-hidden />
      <span className={styles['preview-text']}>{words('preview', { name: member.name })}</span>
      <Button size="compact-sm" variant="white" color="dark" onClick={end}>
        {words('previewEnd')}
      </Button>
    </div>
  );
}
