import type { ScenarioView } from '@evenkeel/contract/scenarios';
import type { ScenarioId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconColumnInsertRight, IconX } from '@tabler/icons-react';
import { useScenarios } from '../api.ts';
import { letterOf } from '../model/comparison.ts';
import styles from './scenarios.module.css';

type BesideChooserProps = {
  readonly scenario: ScenarioView;
  readonly beside: readonly ScenarioId[];
  readonly onChange: (ids: readonly ScenarioId[]) => void;
};

/** Other scenarios that stand beside this one in the comparison, three at most. */
export function BesideChooser({ scenario, beside, onChange }: BesideChooserProps) {
  const rows = useScenarios().data?.rows ?? [];
  const nameOf = (id: ScenarioId) => rows.find((row) => row.id === id)?.name ?? '';
  const others = rows.filter(({ id }) => id !== scenario.id && !beside.includes(id));
  return (
    <div className={styles['beside']}>
      {beside.map((id, index) => (
        <Button
          key={id}
          variant="default"
          rightSection={<IconX size={14} />}
          aria-label={`Take ${nameOf(id)} out of the comparison`}
          onClick={() => onChange(beside.filter((one) => one !== id))}
        >
          {letterOf(index + 2)}: {nameOf(id)}
        </Button>
      ))}
      {others.length > 0 && beside.length < 3 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconColumnInsertRight size={15} />}>
              Compare with…
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.slice(0, 12).map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => onChange([...beside, id])}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
