import type { PageTab } from '../../../ui/page/page-tabs.tsx';

/** The views of initiatives (ST-40), each with its own address. */
const views = {
  list: { label: 'List', path: '/initiatives' },
  funnel: { label: 'Funnel', path: '/initiatives/funnel' },
  ranking: { label: 'Ranking', path: '/initiatives/ranking' },
  timeline: { label: 'Timeline', path: '/initiatives/timeline' },
  horizons: { label: 'Horizons', path: '/initiatives/horizons' },
  ansoff: { label: 'Ansoff', path: '/initiatives/ansoff' },
  'value-effort': { label: 'Value and effort', path: '/initiatives/value-effort' },
} as const;

export type InitiativesView = keyof typeof views;

/** Tabs that take search and filters along: they stand in the address. */
export function initiativeTabs(active: InitiativesView): readonly PageTab[] {
  const search = new URLSearchParams(window.location.search);
  search.delete('new');
  const kept = search.size > 0 ? `?${search}` : '';
  return Object.entries(views).map(([view, { label, path }]) => ({
    label,
    href: `${path}${kept}`,
    active: view === active,
  }));
}
