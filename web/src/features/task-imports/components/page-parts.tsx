import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from '../../../ui/page/page.tsx';
import { NoPermissionState } from '../../../ui/states/no-permission-state.tsx';
import styles from './task-imports.module.css';

/** The page of all imports. */
export const importPage = { label: 'Import', href: '/import' };

/** Shown in place of every page of these imports. */
export function NoTaskImportPermission() {
  return (
    <Page title="Import tasks">
      <NoPermissionState what="import tasks">
        <p>Managers, admins and owners import. One of them can change your role.</p>
      </NoPermissionState>
    </Page>
  );
}

/** Why something did not work, or what is still needed. */
export function ErrorLine({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['alert']} role="alert">
      <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
