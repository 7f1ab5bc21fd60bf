import type { BalanceView } from '@evenkeel/contract/balance';
import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCalendar, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { measureLabels } from '../model/measure.ts';
import { type Period, periodsAround } from '../model/periods.ts';
import { type Grouping, groupings, measures, type ViewState } from '../model/view-state.ts';
import styles from './controls.module.css';

type ViewControlsProps = {
  readonly view: BalanceView;
  readonly state: ViewState;
  readonly onChange: (state: ViewState) => void;
};

/** What is counted, how it is grouped, how open deals count, and for which months. */
export function ViewControls({ view, state, onChange }: ViewControlsProps) {
  const showsMoney = view.keyFigures.client.costMinor !== null;
  return (
    <div className={styles['controls']}>
      {showsMoney ? (
        <SegmentedControl
          aria-label="What is counted"
          size="xs"
          data={measures.map((value) => ({ value, label: measureLabels[value] }))}
          value={state.measure}
          onChange={(value) => onChange({ ...state, measure: oneOf(measures, value) })}
        />
      ) : null}
      <SegmentedControl
        aria-label="Grouped by"
        size="xs"
        data={groupings.map((value) => ({ value, label: groupingLabels[value] }))}
        value={state.grouping}
        onChange={(value) => onChange({ ...state, grouping: oneOf(groupings, value) })}
      />
      <PeriodMenu view={view} state={state} onChange={onChange} />
      <TentativeMenu state={state} onChange={onChange} />
    </div>
  );
}

function PeriodMenu({ view, state, onChange }: ViewControlsProps) {
  const periods = periodsAround(view.today);
  const isShown = (period: Period) => period.from === state.from && period.to === state.to;
  const shown = periods.find(isShown);
  return (
    <Menu>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendar size={14} />}
          rightSection={<IconChevronDown size={13} />}
        >
          {shown?.label ?? `${state.from ?? ''} to ${state.to ?? ''}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {periods.map((period) => (
          <Menu.Item
            key={period.label}
            rightSection={isShown(period) ? <IconCheck size={14} /> : null}
            onClick={() => {
              const { from: _from, to: _to, ...rest } = state;
              const { label: _label, ...months } = period;
              onChange({ ...rest, ...months });
            }}
          >
            {period.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TentativeMenu({ state, onChange }: Omit<ViewControlsProps, 'view'>) {
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={13} />}>
          {tentativeLabels[state.tentative]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['weighted', 'full'] as const).map((tentative) => (
          <Menu.Item
            key={tentative}
            rightSection={state.tentative === tentative ? <IconCheck size={14} /> : null}
            onClick={() => onChange({ ...state, tentative })}
          >
            {tentativeLabels[tentative]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const groupingLabels: Record<Grouping, string> = {
  kind: 'Kind',
  team: 'Team',
  person: 'Person',
  role: 'Role',
};

const tentativeLabels: Record<ViewState['tentative'], string> = {
  weighted: 'Open deals weighted',
  full: 'Open deals in full',
};

function oneOf<Value extends string>(known: readonly Value[], text: string): Value {
  const found = known.find((value) => value === text);
  if (!found) throw new Error(`not one of the choices: ${text}`);
  return found;
}
