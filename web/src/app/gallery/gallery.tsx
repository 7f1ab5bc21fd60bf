import { lazy, Suspense } from 'react';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import type { RecordHit } from '../../ui/palette/use-record-search.ts';
import { navigation } from '../navigation.ts';
import { Shell } from '../shell/shell.tsx';

const parts = {
  list: lazy(async () => ({ default: (await import('./list-part.tsx')).ListPart })),
  forms: lazy(async () => ({ default: (await import('./forms-part.tsx')).FormsPart })),
  states: lazy(async () => ({ default: (await import('./states-part.tsx')).StatesPart })),
  marks: lazy(async () => ({ default: (await import('./marks-part.tsx')).MarksPart })),
  board: lazy(async () => ({ default: (await import('./board-part.tsx')).BoardPart })),
  gantt: lazy(async () => ({ default: (await import('./gantt-part.tsx')).GanttPart })),
  portfolio: lazy(async () => ({
    default: (await import('./portfolio-part.tsx')).PortfolioPart,
  })),
  planner: lazy(async () => ({ default: (await import('./planner-part.tsx')).PlannerPart })),
  charts: lazy(async () => ({ default: (await import('./charts-part.tsx')).ChartsPart })),
  record: lazy(async () => ({ default: (await import('./record-part.tsx')).RecordPart })),
};

type PartName = keyof typeof parts;

const isPartName = (value: unknown): value is PartName =>
  typeof value === 'string' && Object.hasOwn(parts, value);

const groups = [
  {
    label: 'Kit',
    items: Object.keys(parts).map((name) => ({
      path: `/gallery.html?part=${name}`,
      label: name,
      icon: navigation[0]?.items[0]?.icon ?? (() => null),
      keys: `k ${name.slice(0, 1)}`,
    })),
  },
];

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** One part of the kit at a time (`?part=list`), inside the real shell; with `bare=true` without. */
export function Gallery() {
  const [part] = useAddressState<PartName>('part', 'list', isPartName);
  const [isBare] = useAddressState('bare', false, isBoolean);
  const Part = parts[part];
  if (isBare) {
    return (
      <Suspense>
        <Part />
      </Suspense>
    );
  }
  return (
    <Shell
      workspaceName="Gallery & Partners"
      member={{ id: 'm1', name: 'Ada Lovelace', email: 'ada@example.com' }}
      foldedGroups={[]}
      navigation={[...navigation, ...groups]}
      workspaces={[]}
      onOpenWorkspace={() => undefined}
      onSignOut={() => window.location.reload()}
      searchRecords={searchSample}
    >
      <Suspense>
        <Part />
      </Suspense>
    </Shell>
  );
}

async function searchSample(query: string): Promise<readonly RecordHit[]> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  const names = ['ERP rollout', 'CRM redesign', 'Northwind Logistics', 'Data platform'];
  return names
    .filter((name) => name.toLowerCase().includes(query.toLowerCase()))
    .map((name, index) => ({
      id: name,
      group: index % 2 ? 'Accounts' : 'Deals',
      label: name,
      detail: 'D-1024 · Negotiation',
      href: '/gallery.html?part=record',
    }));
}
