import {
  IconBriefcase,
  IconBuilding,
  IconCircleDot,
  IconClock,
  IconColumns3,
  IconDatabaseImport,
  IconFlag,
  type IconProps,
  IconRoute,
  IconScale,
  IconSettings,
  IconTarget,
  IconTransferOut,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export type NavigationItem = {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<IconProps>;
  /** Two keys in a row that open the page. */
  readonly keys: string;
};

export type NavigationGroup = {
  readonly label?: string;
  readonly items: readonly NavigationItem[];
};

/** Everything the sidebar, the palette and the `g …` shortcuts lead to. */
export const navigation: readonly NavigationGroup[] = [
  {
    items: [
      { path: '/my-work', label: 'My work', icon: IconCircleDot, keys: 'g m' },
      { path: '/balance', label: 'Balance', icon: IconScale, keys: 'g b' },
    ],
  },
  {
    label: 'Strategy',
    items: [
      { path: '/plans', label: 'Plans', icon: IconRoute, keys: 'g p' },
      { path: '/goals', label: 'Goals', icon: IconTarget, keys: 'g g' },
      { path: '/initiatives', label: 'Initiatives', icon: IconFlag, keys: 'g i' },
    ],
  },
  {
    label: 'Clients',
    items: [
      { path: '/deals', label: 'Deals', icon: IconColumns3, keys: 'g d' },
      { path: '/hand-offs', label: 'Hand-offs', icon: IconTransferOut, keys: 'g h' },
      { path: '/accounts', label: 'Accounts', icon: IconBuilding, keys: 'g a' },
    ],
  },
  {
    label: 'Work',
    items: [
      { path: '/client-projects', label: 'Client projects', icon: IconBriefcase, keys: 'g c' },
      { path: '/time', label: 'Time', icon: IconClock, keys: 'g t' },
      { path: '/people', label: 'People', icon: IconUsers, keys: 'g e' },
    ],
  },
  {
    label: 'Workspace',
    items: [
      { path: '/import', label: 'Import', icon: IconDatabaseImport, keys: 'g o' },
      { path: '/trash', label: 'Trash', icon: IconTrash, keys: 'g x' },
      { path: '/settings', label: 'Settings', icon: IconSettings, keys: 'g s' },
    ],
  },
];
