import { Drawer } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Notices } from '../../ui/notify/notices.tsx';
import { PageFrameContext } from '../../ui/page/page-frame.ts';
import type { SearchRecords } from '../../ui/palette/use-record-search.ts';
import { ShortcutHelp } from '../../ui/shortcut/shortcut-help.tsx';
import { ErrorBoundary } from '../../ui/states/error-boundary.tsx';
import type { NavigationGroup } from '../navigation.ts';
import type { ShellMember, ShellWorkspace } from './member-menu.tsx';
import { NavigationShortcuts } from './navigation-shortcuts.tsx';
import styles from './shell.module.css';
import { ShellPalette } from './shell-palette.tsx';
import { Sidebar } from './sidebar.tsx';

type ShellProps = {
  readonly workspaceName: string;
  readonly member: ShellMember;
  readonly navigation: readonly NavigationGroup[];
  /** Groups of the sidebar that this member has folded away, by label. */
  readonly foldedGroups: readonly string[];
  readonly workspaces: readonly ShellWorkspace[];
  readonly onOpenWorkspace: (id: string) => void;
  readonly onSignOut: () => void;
  readonly searchRecords?: SearchRecords;
  /** What stands in the sidebar, and in every page's bar: a running timer. A stable element. */
  readonly sideSlot?: ReactNode;
  readonly barSlot?: ReactNode;
  readonly children: ReactNode;
};

/** The frame round every signed-in page: sidebar, panel, palette, shortcuts, notices. */
export function Shell(props: ShellProps) {
  const { workspaceName, member, navigation, onSignOut, searchRecords, children } = props;
  const { sideSlot, barSlot } = props;
  const [menuOpened, setMenuOpened] = useState(false);
  const [paletteOpened, setPaletteOpened] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const frame = useMemo(() => ({ openMenu: () => setMenuOpened(true), barSlot }), [barSlot]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu over it
  useEffect(() => setMenuOpened(false), [path]);
  const sidebar = (
    <Sidebar
      workspaceName={workspaceName}
      member={member}
      navigation={navigation}
      foldedGroups={props.foldedGroups}
      path={path}
      slot={sideSlot}
      onSearch={() => {
        setMenuOpened(false);
        setPaletteOpened(true);
      }}
      workspaces={props.workspaces}
      onOpenWorkspace={props.onOpenWorkspace}
      onSignOut={onSignOut}
    />
  );
  return (
    <PageFrameContext value={frame}>
      <a href="#main" className={styles['skip']} data-screen>
        Skip to content
      </a>
      <div className={styles['shell']} data-frame>
        <div className={styles['side']} data-screen>
          {sidebar}
        </div>
        <main id="main" tabIndex={-1} className={styles['panel']} data-frame>
          <ErrorBoundary resetKey={path}>{children}</ErrorBoundary>
        </main>
      </div>
      <Drawer
        opened={menuOpened}
        onClose={() => setMenuOpened(false)}
        position="left"
        size={272}
        withCloseButton={false}
        classNames={{ body: styles['drawer'] ?? '' }}
        attributes={{ content: { 'aria-label': 'Menu' } }}
      >
        {sidebar}
      </Drawer>
      <NavigationShortcuts navigation={navigation} />
      <ShellPalette
        opened={paletteOpened}
        onOpenedChange={setPaletteOpened}
        navigation={navigation}
        {...(searchRecords ? { searchRecords } : {})}
      />
      <ShortcutHelp />
      <Notices />
    </PageFrameContext>
  );
}
