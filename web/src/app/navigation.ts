import type { Right } from '@evenkeel/contract/endpoint';
import {
  IconAddressBook,
  IconArrowFork,
  IconArrowsJoin,
  IconBell,
  IconBriefcase,
  IconBuilding,
  IconCalendarEvent,
  IconCalendarStats,
  IconChartLine,
  IconChecklist,
  IconCircleDot,
  IconClock,
  IconColumns3,
  IconDatabaseImport,
  IconFence,
  IconFlag,
  IconHeartHandshake,
  IconLayoutDashboard,
  IconLayoutGrid,
  IconListCheck,
  IconMagnet,
  IconMessages,
  IconPackage,
  type IconProps,
  IconRoute,
  IconScale,
  IconSettings,
  IconSquareCheck,
  IconTarget,
  IconTemplate,
  IconTimeline,
  IconTransferOut,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { UnreadCount } from '../features/notifications/components/unread-count.tsx';

export type NavigationItem = {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType<IconProps>;
  /** Two keys in a row that open the page. */
  readonly keys: string;
  /** What stands behind its name: how much waits there. */
  readonly count?: ComponentType;
  /** Its further pages, which the palette leads to as well. */
  readonly parts?: readonly { readonly path: string; readonly label: string }[];
};

export type NavigationGroup = {
  readonly label?: string;
  readonly items: readonly NavigationItem[];
};

/** Everything the sidebar, the palette and the `g …` shortcuts lead to. */
export const navigation: readonly NavigationGroup[] = [
  {
    items: [
      {
        path: '/inbox',
        label: 'Inbox',
        icon: IconBell,
        keys: 'g 6',
        count: UnreadCount,
        parts: [{ path: '/inbox/mail', label: 'Mail to look through' }],
      },
      { path: '/my-work', label: 'My work', icon: IconCircleDot, keys: 'g m' },
      {
        path: '/actions',
        label: 'Actions',
        icon: IconSquareCheck,
        keys: 'g n',
        parts: [{ path: '/actions/done', label: 'Actions that are done' }],
      },
      { path: '/meetings', label: 'Meetings', icon: IconCalendarEvent, keys: 'g 5' },
      { path: '/balance', label: 'Balance', icon: IconScale, keys: 'g b' },
      { path: '/scenarios', label: 'Scenarios', icon: IconArrowFork, keys: 'g 3' },
      {
        path: '/ring-fence',
        label: 'Ring-fence',
        icon: IconFence,
        keys: 'g 2',
        parts: [{ path: '/mix-reviews', label: 'Mix review' }],
      },
      {
        path: '/portfolio-choices',
        label: 'Portfolio choice',
        icon: IconChecklist,
        keys: 'g 4',
      },
    ],
  },
  {
    label: 'Strategy',
    items: [
      { path: '/strategy', label: 'Strategy board', icon: IconLayoutDashboard, keys: 'g z' },
      { path: '/plans', label: 'Plans', icon: IconRoute, keys: 'g p' },
      {
        path: '/goals',
        label: 'Goals',
        icon: IconTarget,
        keys: 'g g',
        parts: [
          { path: '/goals/matrix', label: 'Goal matrix' },
          { path: '/goals/map', label: 'Strategy map' },
          { path: '/goals/ladders', label: 'Why-ladders' },
        ],
      },
      {
        path: '/scorecard',
        label: 'Scorecard',
        icon: IconChartLine,
        keys: 'g k',
        parts: [{ path: '/scorecard/list', label: 'KPIs' }],
      },
      { path: '/analysis', label: 'Analysis', icon: IconLayoutGrid, keys: 'g y' },
      {
        path: '/initiatives',
        label: 'Initiatives',
        icon: IconFlag,
        keys: 'g i',
        parts: [
          { path: '/initiatives/funnel', label: 'Initiative funnel' },
          { path: '/initiatives/ranking', label: 'Ranking of initiatives' },
          { path: '/initiatives/timeline', label: 'Timeline of initiatives' },
          { path: '/initiatives/published', label: 'Published cases' },
        ],
      },
    ],
  },
  {
    label: 'Clients',
    items: [
      {
        path: '/leads',
        label: 'Leads',
        icon: IconMagnet,
        keys: 'g q',
        parts: [
          { path: '/leads/board', label: 'Lead board' },
          { path: '/leads/definition', label: 'What a qualified lead is' },
        ],
      },
      {
        path: '/deals',
        label: 'Deals',
        icon: IconColumns3,
        keys: 'g d',
        parts: [
          { path: '/deals/board', label: 'Deal board' },
          { path: '/quotes', label: 'Quotes' },
          { path: '/deals/forecast', label: 'Forecast' },
          { path: '/deals/outcomes', label: 'Deals won and lost' },
        ],
      },
      { path: '/hand-offs', label: 'Hand-offs', icon: IconTransferOut, keys: 'g h' },
      {
        path: '/accounts',
        label: 'Accounts',
        icon: IconBuilding,
        keys: 'g a',
        parts: [
          { path: '/customer-goals', label: 'Customer goals without work' },
          { path: '/accounts/duplicates', label: 'Duplicates' },
        ],
      },
      { path: '/products', label: 'Products', icon: IconPackage, keys: 'g r' },
      { path: '/contacts', label: 'Contacts', icon: IconAddressBook, keys: 'g w' },
      {
        path: '/interactions',
        label: 'Interactions',
        icon: IconMessages,
        keys: 'g u',
        parts: [{ path: '/interactions/activity', label: 'Sales activity' }],
      },
    ],
  },
  {
    label: 'Work',
    items: [
      { path: '/client-projects', label: 'Client projects', icon: IconBriefcase, keys: 'g c' },
      {
        path: '/promises',
        label: 'Promises',
        icon: IconHeartHandshake,
        keys: 'g 7',
        parts: [
          { path: '/delay-notices', label: 'Delay notices' },
          { path: '/decisions', label: 'Decisions' },
        ],
      },
      {
        path: '/tasks',
        label: 'Tasks',
        icon: IconListCheck,
        keys: 'g j',
        parts: [{ path: '/tasks/board', label: 'Task board' }],
      },
      { path: '/planner', label: 'Planner', icon: IconCalendarStats, keys: 'g 1' },
      { path: '/schedule', label: 'Schedule', icon: IconTimeline, keys: 'g v' },
      {
        path: '/levelling',
        label: 'Levelling',
        icon: IconArrowsJoin,
        keys: 'g f',
        parts: [{ path: '/levelling/all', label: 'All levellings' }],
      },
      {
        path: '/time',
        label: 'Time',
        icon: IconClock,
        keys: 'g t',
        parts: [
          { path: '/time/timesheets', label: 'Timesheets' },
          { path: '/time/entries', label: 'Time entries' },
          { path: '/time/hours', label: 'Hours: estimated, planned, logged' },
          { path: '/time/estimates', label: 'Estimates: how they turned out' },
          { path: '/time/statement', label: 'Statement of time' },
        ],
      },
      {
        path: '/people',
        label: 'People',
        icon: IconUsers,
        keys: 'g e',
        parts: [
          { path: '/people/leave', label: 'Leave' },
          { path: '/people/teams', label: 'Teams' },
          { path: '/people/roles', label: 'Roles and rates' },
          { path: '/people/skills', label: 'Skills' },
        ],
      },
      { path: '/templates', label: 'Templates', icon: IconTemplate, keys: 'g l' },
    ],
  },
  {
    label: 'Workspace',
    items: [
      { path: '/import', label: 'Import', icon: IconDatabaseImport, keys: 'g o' },
      { path: '/trash', label: 'Trash', icon: IconTrash, keys: 'g x' },
      {
        path: '/settings',
        label: 'Settings',
        icon: IconSettings,
        keys: 'g s',
        parts: [
          { path: '/settings/notifications', label: 'Notifications: what you hear of' },
          { path: '/settings/members', label: 'Members' },
          { path: '/settings/api-tokens', label: 'API tokens' },
          { path: '/settings/pipelines', label: 'Pipelines and stages' },
          { path: '/settings/calendars', label: 'Working days and holidays' },
          { path: '/settings/fields', label: 'Fields of your own' },
          { path: '/settings/tags', label: 'Tags' },
          { path: '/settings/workspace', label: 'Workspace settings' },
          { path: '/settings/modules', label: 'Modules: parts switched on and off' },
        ],
      },
    ],
  },
];

/** The same without what leads nowhere; a group with nothing left goes as well. */
export function navigationWithout(isOff: (href: string) => boolean): readonly NavigationGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      items: group.items
        .filter(({ path }) => !isOff(path))
        .map(({ parts, ...item }) =>
          parts ? { ...item, parts: parts.filter(({ path }) => !isOff(path)) } : item,
        ),
    }))
    .filter(({ items }) => items.length > 0);
}

/** What the palette can begin from any page, for those whose role allows it. */
export const beginnings: readonly {
  readonly label: string;
  readonly path: string;
  readonly needs: Right;
}[] = [
  { label: 'New deal', path: '/deals?new=true', needs: 'write' },
  { label: 'New product', path: '/products?new=true', needs: 'write' },
  { label: 'New pipeline', path: '/settings/pipelines?new=true', needs: 'manage' },
  { label: 'New lead', path: '/leads?new=true', needs: 'write' },
  { label: 'New account', path: '/accounts?new=true', needs: 'write' },
  { label: 'New contact', path: '/contacts?new=true', needs: 'write' },
  { label: 'Log a call, e-mail, meeting or note', path: '/interactions?new=true', needs: 'write' },
  { label: 'New meeting', path: '/meetings?new=true', needs: 'write' },
  { label: 'New action', path: '/actions?new=true', needs: 'write' },
  { label: 'New analysis board', path: '/analysis?new=true', needs: 'write' },
  { label: 'New initiative', path: '/initiatives?new=true', needs: 'write' },
  { label: 'New portfolio choice', path: '/portfolio-choices?new=true', needs: 'manage' },
  { label: 'New goal', path: '/goals?new=true', needs: 'write' },
  { label: 'New KPI', path: '/scorecard?new=true', needs: 'write' },
  { label: 'New strategic plan', path: '/plans?new=true', needs: 'write' },
  { label: 'New client project', path: '/client-projects?new=true', needs: 'write' },
  { label: 'New template', path: '/templates?new=true', needs: 'manage' },
  { label: 'Log time', path: '/time', needs: 'write' },
  { label: 'Import from CSV files', path: '/import', needs: 'manage' },
  { label: 'New person', path: '/people?new=true', needs: 'manage' },
  { label: 'New role', path: '/people/roles?new=true', needs: 'manage' },
  { label: 'Invite a member', path: '/settings/members?new=true', needs: 'administer' },
  { label: 'New API token', path: '/settings/api-tokens?new=true', needs: 'read' },
];
