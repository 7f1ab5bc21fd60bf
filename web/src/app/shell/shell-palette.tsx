import { useMantineColorScheme } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useMemo, useSyncExternalStore } from 'react';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { type Command, CommandPalette } from '../../ui/palette/command-palette.tsx';
import type { SearchRecords } from '../../ui/palette/use-record-search.ts';
import {
  activeShortcuts,
  onShortcutsChange,
  type Shortcut,
} from '../../ui/shortcut/shortcut-registry.ts';
import { useCommand, useShortcut } from '../../ui/shortcut/use-shortcut.ts';
import type { NavigationGroup } from '../navigation.ts';

type ShellPaletteProps = {
  readonly opened: boolean;
  readonly onOpenedChange: (opened: boolean) => void;
  readonly navigation: readonly NavigationGroup[];
  readonly searchRecords?: SearchRecords;
};

const hiddenGroups = new Set(['Go to', 'Palette']);

/** The palette with this product's pages, the actions of the page in view and the record search. */
export function ShellPalette(props: ShellPaletteProps) {
  const { opened, onOpenedChange, navigation, searchRecords } = props;
  const open = useOpen();
  const shortcuts = useSyncExternalStore(onShortcutsChange, activeShortcuts);
  useShortcut({
    keys: 'mod+k',
    label: 'Open the command palette',
    group: 'Palette',
    run: () => onOpenedChange(!opened),
  });
  useThemeCommand();
  const commands = useMemo(
    () => [...actionsOf(shortcuts), ...pagesOf(navigation, open)],
    [shortcuts, navigation, open],
  );
  return (
    <CommandPalette
      opened={opened}
      onClose={() => onOpenedChange(false)}
      commands={commands}
      {...(searchRecords ? { searchRecords } : {})}
    />
  );
}

function useThemeCommand(): void {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const next = colorScheme === 'dark' ? 'light' : 'dark';
  useCommand({
    label: `Switch to the ${next} theme`,
    group: 'Anywhere',
    run: () => setColorScheme(next),
  });
}

function actionsOf(shortcuts: readonly Shortcut[]): Command[] {
  const keyed = new Set(shortcuts.filter(({ keys }) => keys).map(({ label }) => label));
  return (
    shortcuts
      .filter((shortcut) => !hiddenGroups.has(shortcut.group))
      // What the page in view offers by a key is not offered once more from anywhere.
      .filter((shortcut) => shortcut.keys || !keyed.has(shortcut.label))
      .map((shortcut) => ({
        id: `action ${shortcut.label}`,
        group: 'Actions',
        label: shortcut.label,
        icon: <IconBolt size={16} stroke={1.7} />,
        keys: shortcut.keys,
        run: shortcut.run,
      }))
  );
}

function pagesOf(navigation: readonly NavigationGroup[], open: (href: string) => void): Command[] {
  return navigation
    .flatMap((group) => group.items)
    .flatMap(({ icon: Icon, parts = [], ...item }) =>
      [item, ...parts.map((part) => ({ ...part, keys: '' }))].map(({ path, label, keys }) => ({
        id: `page ${path}`,
        group: 'Go to',
        label,
        icon: <Icon size={16} stroke={1.7} />,
        keys,
        run: () => open(path),
      })),
    );
}
