import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { ShortcutKeys } from '../../ui/shortcut/shortcut-keys.tsx';
import type { NavigationGroup, NavigationItem } from '../navigation.ts';
import { MemberMenu, type ShellMember, type ShellWorkspace } from './member-menu.tsx';
import styles from './shell.module.css';
import { useFolding } from './use-folding.ts';

type SidebarProps = {
  readonly workspaceName: string;
  readonly member: ShellMember;
  readonly navigation: readonly NavigationGroup[];
  readonly foldedGroups: readonly string[];
  readonly path: string;
  readonly onSearch: () => void;
  readonly workspaces: readonly ShellWorkspace[];
  readonly onOpenWorkspace: (id: string) => void;
  readonly onSignOut: () => void;
  readonly slot?: ReactNode;
};

export function Sidebar(props: SidebarProps) {
  const { workspaceName, member, navigation, path, onSearch, onSignOut, slot } = props;
  const folding = useFolding(props.foldedGroups);
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
          <SidebarGroup
            key={group.label ?? 'start'}
            group={group}
            path={path}
            isFolded={folding.isFolded(group)}
            onFold={folding.fold}
          />
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

type SidebarGroupProps = {
  readonly group: NavigationGroup;
  readonly path: string;
  readonly isFolded: boolean;
  readonly onFold: (label: string) => void;
};

/** A group under its name, which folds it; folded it still shows the page that is open. */
function SidebarGroup({ group, path, isFolded, onFold }: SidebarGroupProps) {
  const id = useId();
  const { label } = group;
  const items = isFolded ? group.items.filter((item) => isInside(path, item.path)) : group.items;
  return (
    <div className={styles['group']}>
      {label ? (
        <button
          type="button"
          className={styles['group-label']}
          aria-expanded={!isFolded}
          aria-controls={id}
          onClick={() => onFold(label)}
        >
          {label}
          <IconChevronDown size={13} stroke={1.8} className={styles['fold']} aria-hidden={true} />
        </button>
      ) : null}
      <ul id={id}>
        {items.map((item) => (
          <li key={item.path}>
            <SidebarLink item={item} active={isInside(path, item.path)} />
          </li>
        ))}
      </ul>
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
  const { icon: Icon, count: Count } = item;
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
      {Count ? <Count /> : null}
    </AppLink>
  );
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
