import type { ScenarioChangeFacts } from '@evenkeel/contract/scenarios';
import { Button, Menu } from '@mantine/core';
import { IconArrowFork } from '@tabler/icons-react';
import { useMay } from '../../../../lib/session.ts';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';

type TryScenarioProps = {
  /** The change that is tried. */
  readonly facts: ScenarioChangeFacts;
};

const label = 'Try in a scenario';

/** A button that takes a record into a scenario, a new one or one that is there. */
export function TryScenarioLink({ facts }: TryScenarioProps) {
  if (!useMay('write')) return null;
  return (
    <Button
      variant="default"
      component={AppLink}
      href={hrefOf(facts)}
      leftSection={<IconArrowFork size={15} />}
    >
      {label}
    </Button>
  );
}

/** The same in the menu of a record. */
export function TryScenarioItem({ facts }: TryScenarioProps) {
  if (!useMay('write')) return null;
  return (
    <Menu.Item component={AppLink} href={hrefOf(facts)} leftSection={<IconArrowFork size={15} />}>
      {label}
    </Menu.Item>
  );
}

function hrefOf(facts: ScenarioChangeFacts): string {
  return `/scenarios?try=${encodeURIComponent(JSON.stringify(facts))}`;
}
