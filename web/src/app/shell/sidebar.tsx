import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { ShortcutKeys } from '../../ui/shortcut/shortcut-keys.tsx';
import type { NavigationGroup, NavigationItem } from '../navigation.ts';
import { MemberMenu, type ShellMember, type ShellWorkspace } from './member-menu.tsx';
import styles from './shell.module.css';

type SidebarProps = {
  readonly workspaceName: string;
  readonly member: ShellMember;
  readonly navigation: readonly NavigationGroup[];
  readonly path: string;
  readonly onSearch: () => void;
  readonly workspaces: readonly ShellWorkspace[];
  readonly onOpenWorkspace: (id: string) => void;
  readonly onSignOut: () => void;
  readonly slot?: ReactNode;
};

export function Sidebar(props: SidebarProps) {
  const { workspaceName, member, navigation, path, onSearch, onSignOut, slot } = props;
  return (
    <div className={styles['sidebar']}>
      <AppLink href="/" className={styles['workspace']}>
        <img src="/mark.svg" alt="" width={20} height={20} />
        <span className={styles['workspace-name']}>{workspaceName}</span>
      </AppLink>
      <button type="button" className={styles['item']} onClick={onSearch}>
        <IconSearch size={16} stroke={1.7} aria-hidden={true} />
        <span className={styles['item-label']}>Search</span>
        <ShortcutKeys keys="mod+k" />
      </button>
      {slot}
      <nav aria-label="Main" className={styles['navigation']}>
        {navigation.map((group) => (
          <div key={group.label ?? 'start'} className={styles['group']}>
            {group.label ? <div className={styles['group-label']}>{group.label}</div> : null}
            <ul>
              {group.items.map((item) => (
                <li key={item.path}>
                  <SidebarLink item={item} active={isInside(path, item.path)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <MemberMenu
        member={member}
        workspaces={props.workspaces}
        onOpenWorkspace={props.onOpenWorkspace}
        onSignOut={onSignOut}
      />
    </div>
  );
}

function SidebarLink({
  item,
  active,
}: {
  readonly item: NavigationItem;
  readonly active: boolean;
}) {
  const Icon = item.icon;
  return (
    <AppLink
      href={item.path}
      className={styles['item']}
      aria-current={active ? 'page' : undefined}
      aria-keyshortcuts={item.keys}
    >
      <Icon size={16} stroke={1.7} aria-hidden={true} />
      <span className={styles['item-label']}>{item.label}</span>
      <span className={styles['item-keys']}>
        <ShortcutKeys keys={item.keys} />
      </span>
    </AppLink>
  );
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
