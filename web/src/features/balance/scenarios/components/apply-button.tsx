import type { ScenarioColumn, ScenarioView } from '@evenkeel/contract/scenarios';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../ui/form/confirm-dialog.tsx';
import { formatCount } from '../../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { useApplyScenario } from '../api.ts';
import { changeWords } from '../model/change-words.ts';
import styles from './scenarios.module.css';

type ApplyButtonProps = {
  readonly scenario: ScenarioView;
  /** The figures that are looked at; without them nothing is applied. */
  readonly column: ScenarioColumn | undefined;
};

/** Makes a scenario true, all of it or nothing. */
export function ApplyButton({ scenario, column }: ApplyButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const apply = useApplyScenario();
  const counted = scenario.changes.filter((change) => !change.isOff);
  const isReady = column?.problems.length === 0 && counted.length > 0;
  const run = async () => {
    if (!column) return;
    try {
      await apply.mutateAsync({
        params: { id: scenario.id },
        version: scenario.version,
        body: { seen: column.seen },
      });
      notifyDone({ message: `${scenario.name} is applied: the plan is as it was shown` });
    } catch (error) {
      notifyFailed({
        message:
          error instanceof Error ? error.message : 'It could not be applied. Nothing was changed.',
      });
    }
    setAsking(false);
  };
  return (
    <>
      <Button
        leftSection={<IconCheck size={15} />}
        disabled={!isReady}
        onClick={() => setAsking(true)}
      >
        Apply
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={`Apply ${scenario.name}?`}
        confirmLabel={`Make ${formatCount(counted.length, { one: 'change', many: 'changes' })}`}
        onCancel={() => setAsking(false)}
        onConfirm={run}
      >
        The plan becomes what these figures show, all of it or nothing:
        <ol className={styles['rows']}>
          {counted.map((change) => {
            const { what, detail } = changeWords(change.facts, scenario.names);
            return (
              <li key={change.id}>
                {what} {detail}
              </li>
            );
          })}
        </ol>
      </ConfirmDialog>
    </>
  );
}
