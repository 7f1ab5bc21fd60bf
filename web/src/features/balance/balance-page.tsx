import type { BalanceView } from '@evenkeel/contract/balance';
import { monthOf } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconScale, IconTarget } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { FirmHoursPanel } from '../compared-hours/components/compared-hours-panel.tsx';
import { DemandPanel } from '../compared-hours/components/demand-panel.tsx';
import { OverAllocationsPanel } from '../compared-hours/components/over-allocations-panel.tsx';
import { useBalance, useSeeing } from './api.ts';
import { CapacityMap } from './components/capacity-map.tsx';
import styles from './components/controls.module.css';
import { InitiativePromises } from './components/initiative-promises.tsx';
import { KeyFigures } from './components/key-figures.tsx';
import { MonthsSection } from './components/months-section.tsx';
import { RowsDrawer } from './components/rows-drawer.tsx';
import { TargetForm } from './components/target-form.tsx';
import { UnknownList } from './components/unknown-list.tsx';
import { ViewControls } from './components/view-controls.tsx';
import {
  defaultView,
  isOpenRows,
  isViewState,
  type OpenRows,
  type ViewState,
} from './model/view-state.ts';

/** Client projects against initiatives: where time and money go, and whether that is the plan. */
export function BalancePage() {
  const [state, setState] = useAddressState('view', defaultView, isViewState);
  const [open, setOpen] = useAddressState<OpenRows | null>('rows', null, isOpenRows);
  const [isTargetOpen, setTargetOpen] = useState(false);
  const mayManage = useMay('manage');
  const found = useBalance(state);
  const view = found.data;
  const isEmpty = view !== undefined && isNothingToWeigh(view);
  useSeeing(view !== undefined);
  return (
    <Page
      title="Balance"
      actions={
        view && mayManage ? (
          <Button
            variant="default"
            leftSection={<IconTarget size={15} />}
            onClick={() => setTargetOpen(true)}
          >
            Set target
          </Button>
        ) : null
      }
      {...(view && !(isEmpty && isDefaultPeriod(state))
        ? { toolbar: <ViewControls view={view} state={state} onChange={setState} /> }
        : {})}
    >
      <Loaded found={found} what="the balance" shape="cards">
        {(loaded) => (
          <Figures
            view={loaded}
            state={state}
            onOpen={({ title, filter }) =>
              setOpen({ title, filter: { ...filter, tentative: state.tentative } })
            }
          />
        )}
      </Loaded>
      {view ? (
        <RowsDrawer
          open={open}
          measure={state.measure}
          currency={view.currency}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {view && isTargetOpen ? (
        <TargetForm target={view.target} onClose={() => setTargetOpen(false)} />
      ) : null}
    </Page>
  );
}

type FiguresProps = {
  readonly view: BalanceView;
  readonly state: ViewState;
  readonly onOpen: (rows: OpenRows) => void;
};

function Figures({ view, state, onOpen }: FiguresProps) {
  const capacity = useRef<HTMLDivElement>(null);
  const initiatives = useRef<HTMLDivElement>(null);
  if (isNothingToWeigh(view))
    return (
      <div className={styles['stack']}>
        {isDefaultPeriod(state) ? <NothingToWeigh /> : <NothingInMonths />}
        <NotCounted view={view} />
      </div>
    );
  return (
    <div className={styles['stack']}>
      <KeyFigures
        view={view}
        onOpen={onOpen}
        onGoTo={(section) => {
          const target = section === 'capacity' ? capacity.current : initiatives.current;
          target?.scrollIntoView({ block: 'start' });
          target?.focus();
        }}
      />
      <MonthsSection view={view} state={state} onOpen={onOpen} />
      <div ref={initiatives} tabIndex={-1}>
        <Section
          framed
          title="Promised and given"
          note="Hours a week promised to each initiative, and hours logged on it, up to today; the line is the promise"
        >
          {view.initiatives.length > 0 ? (
            <InitiativePromises view={view} onOpen={onOpen} />
          ) : (
            <NoPromises />
          )}
        </Section>
      </div>
      <div ref={capacity} tabIndex={-1}>
        <Section
          framed
          title="Load against capacity"
          note="Logged and planned hours as a share of capacity; planned is, of each person, project and month, the greater of allocated hours and remaining tasks. Over 100% in red"
        >
          <CapacityMap view={view} grouping={state.grouping} onOpen={onOpen} />
        </Section>
      </div>
      <OverAllocationsPanel framed of={{}} />
      <DemandPanel tentative={state.tentative} />
      <FirmHoursPanel of={{ from: monthOf(view.from), to: monthOf(view.to) }} />
      <NotCounted view={view} />
    </div>
  );
}

function NotCounted({ view }: { readonly view: BalanceView }) {
  if (view.unknowns.length === 0) return null;
  return (
    <Section
      framed
      title="Not counted"
      note="What is missing here is not guessed: complete it and it counts"
    >
      <UnknownList unknowns={view.unknowns} />
    </Section>
  );
}

/** No work of either kind: people alone, with their capacity, are nothing to weigh. */
function isNothingToWeigh(view: BalanceView): boolean {
  return view.cells.length === 0 && view.initiatives.length === 0;
}

function isDefaultPeriod({ from, to }: ViewState): boolean {
  return from === undefined && to === undefined;
}

function NothingToWeigh() {
  const mayWrite = useMay('write');
  return (
    <EmptyState
      icon={<IconScale size={20} stroke={1.6} />}
      title="Nothing to weigh yet"
      actions={
        mayWrite ? (
          <>
            <Button component={AppLink} href="/initiatives?new=true">
              Start an initiative
            </Button>
            <Button component={AppLink} href="/time" variant="default">
              Log time
            </Button>
          </>
        ) : null
      }
    >
      <p>
        Balance sets paid work for clients against work for your own strategy: the hours of your
        people, what they cost, and who has too much. It fills as people log time, deals get hours
        and days, and tasks get estimates.
      </p>
    </EmptyState>
  );
}

function NothingInMonths() {
  return (
    <EmptyState icon={<IconScale size={20} stroke={1.6} />} title="Nothing in these months">
      <p>Nobody logged time in them and nothing is planned. Choose other months above.</p>
    </EmptyState>
  );
}

function NoPromises() {
  return (
    <EmptyState
      title="No promises to initiatives"
      actions={
        <Button component={AppLink} href="/initiatives" variant="default">
          Open initiatives
        </Button>
      }
    >
      <p>
        Promise an initiative some hours a week and Balance tells when client work takes them, and
        whose.
      </p>
    </EmptyState>
  );
}
