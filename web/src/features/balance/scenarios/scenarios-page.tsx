import {
  type ScenarioChangeFacts,
  type ScenarioRow,
  scenarioChangeFacts,
} from '@evenkeel/contract/scenarios';
import { Button } from '@mantine/core';
import { IconArrowFork, IconPlus } from '@tabler/icons-react';
import { useMay } from '../../../lib/session.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { Page } from '../../../ui/page/page.tsx';
import { useAdding } from '../../../ui/page/use-adding.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useScenarios } from './api.ts';
import { NewScenarioForm } from './components/new-scenario-form.tsx';
import { TryDialog } from './components/try-dialog.tsx';

const noun = { one: 'scenario', many: 'scenarios' };
const rowKey = (row: ScenarioRow) => row.id;
const rowName = (row: ScenarioRow) => row.name;
const rowHref = (row: ScenarioRow) => `/scenarios/${row.id}`;
/** More do not fit beside each other. */
const mostBeside = 4;
/** What another page sends here to be tried. */
const isTried = (value: unknown): value is ScenarioChangeFacts | null =>
  value === null || scenarioChangeFacts.safeParse(value).success;
const nothingTried: ScenarioChangeFacts | null = null;

/** What-if scenarios of the firm: several people look at one (B13). */
export function ScenariosPage() {
  const found = useScenarios();
  const mayWrite = useMay('write');
  const [state, setState] = useAddressListState();
  const [tried, setTried] = useAddressState('try', nothingTried, isTried);
  const [isAdding, setAdding] = useAdding('New scenario', mayWrite);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New scenario
    </Button>
  ) : null;
  return (
    <Page title="Scenarios" layout="fill" primary={button}>
      <Loaded found={found} what="the scenarios">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            bulkActions={(picked) => <CompareButton picked={picked} />}
            empty={
              <EmptyState
                icon={<IconArrowFork size={20} stroke={1.6} />}
                title="No scenario yet"
                actions={button}
              >
                A scenario lays changes over the plan without touching it: a deal that is won, an
                initiative that starts, somebody who joins or leaves. Compare several with the plan,
                then apply one exactly as it was shown.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {tried && mayWrite && found.data ? (
        <TryDialog facts={tried} rows={found.data.rows} onClose={() => setTried(null)} />
      ) : null}
      {isAdding ? <NewScenarioForm onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function CompareButton({ picked }: { readonly picked: readonly ScenarioRow[] }) {
  const open = useOpen();
  const [first, ...others] = picked;
  if (!first) return null;
  const beside = others.map(({ id }) => id).join(',');
  return (
    <Button
      variant="default"
      disabled={picked.length < 2 || picked.length > mostBeside}
      onClick={() => open(`/scenarios/${first.id}?beside=${encodeURIComponent(`"${beside}"`)}`)}
    >
      Compare
    </Button>
  );
}

const columns: readonly Column<ScenarioRow>[] = [
  { id: 'name', label: 'Scenario', width: 320, grow: true, value: rowName },
  {
    id: 'changes',
    label: 'Changes',
    width: 90,
    align: 'end',
    value: ({ changeCount }) => changeCount,
  },
  { id: 'by', label: 'Made by', width: 160, value: ({ createdBy }) => createdBy.name },
  {
    id: 'written',
    label: 'Last changed',
    width: 170,
    value: ({ updatedAt }) => formatInstant(updatedAt),
    sortValue: ({ updatedAt }) => updatedAt,
  },
  {
    id: 'applied',
    label: 'Applied',
    width: 220,
    value: ({ applied }) => (applied ? `${formatInstant(applied.at)} by ${applied.by.name}` : ''),
    sortValue: ({ applied }) => applied?.at ?? '',
  },
];
