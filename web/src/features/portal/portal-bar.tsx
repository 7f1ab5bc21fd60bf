import type { SessionView } from '@evenkeel/contract/identity';
import { identity } from '@evenkeel/contract/identity';
import type { WorkspaceId } from '@evenkeel/core/id';
import { notificationWords } from '@evenkeel/core/words/notifications';
import { portalWords } from '@evenkeel/core/words/portal';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { callApi } from '../../lib/api-client.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { signOut } from '../identity/api.ts';
import styles from './portal.module.css';
import { usePortal, usePortalWords } from './portal-context.ts';
import { PortalSearch } from './search/portal-search.tsx';

type PortalBarProps = { readonly workspaces: SessionView['workspaces'] };

/** The firm at the left, the reader's own menu at the right. */
export function PortalBar({ workspaces }: PortalBarProps) {
  const { firm, member, isPreview } = usePortal();
  const words = usePortalWords(portalWords);
  const pageWords = usePortalWords(portalPageWords);
  const newsWords = usePortalWords(notificationWords);
  const open = useOpen();
  const others = workspaces.filter(({ id }) => id !== firm.workspaceId);
  return (
    <header className={styles['head']}>
      <AppLink href="/portal" className={styles['firm']}>
        {firm.logo ? <img src={firm.logo} alt="" className={styles['logo']} /> : null}
        <span className={styles['firm-name']}>{firm.name}</span>
      </AppLink>
      <PortalSearch />
      {isPreview ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              className={styles['reader'] ?? ''}
              rightSection={<IconChevronDown size={14} aria-hidden />}
              aria-label={`${pageWords('menu')}: ${member.name}`}
            >
              {member.name}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => open('/portal/news')}>{newsWords('inbox')}</Menu.Item>
            <Menu.Item onClick={() => open('/portal/profile')}>{pageWords('profile')}</Menu.Item>
            {others.length > 0 ? <Menu.Label>{pageWords('otherFirms')}</Menu.Label> : null}
            {others.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => void openFirm(id)}>
                {name}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={() => void leave(firm.workspaceId)}>{words('signOut')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </header>
  );
}

/** The page is loaded anew: nothing of the one firm may be left on screen at the other. */
async function openFirm(workspaceId: WorkspaceId): Promise<void> {
  await callApi(identity.openWorkspace, { body: { workspaceId } });
  window.location.replace('/');
}

async function leave(firm: WorkspaceId): Promise<void> {
  await signOut();
  window.location.replace(`/portal/sign-in?firm=${firm}`);
}
