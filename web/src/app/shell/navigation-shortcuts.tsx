import { useOpen } from '../../ui/navigation/use-open.ts';
import { useShortcut } from '../../ui/shortcut/use-shortcut.ts';
import type { NavigationGroup, NavigationItem } from '../navigation.ts';

/** Registers `g d` and its siblings; shows nothing. */
export function NavigationShortcuts({
  navigation,
}: {
  readonly navigation: readonly NavigationGroup[];
}) {
  return navigation
    .flatMap((group) => group.items)
    .map((item) => <NavigationShortcut key={item.path} item={item} />);
}

function NavigationShortcut({ item }: { readonly item: NavigationItem }) {
  const open = useOpen();
  useShortcut({
    keys: item.keys,
    label: item.label,
    group: 'Go to',
    run: () => open(item.path),
  });
  return null;
}
