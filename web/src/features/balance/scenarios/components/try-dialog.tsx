import {
  type ScenarioChangeFacts,
  type ScenarioRow,
  scenarios,
} from '@evenkeel/contract/scenarios';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../../ui/form/problem.ts';
import { useOpen } from '../../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { useScenarioWrite } from '../api.ts';
import { kindWords } from '../model/change-words.ts';
import { NewScenarioForm } from './new-scenario-form.tsx';
import styles from './scenarios.module.css';

type TryDialogProps = {
  readonly facts: ScenarioChangeFacts;
  readonly rows: readonly ScenarioRow[];
  readonly onClose: () => void;
};

/** Where a change is tried: in a new scenario, or in one that is there. */
export function TryDialog({ facts, rows, onClose }: TryDialogProps) {
  const [isNew, setNew] = useState(false);
  const add = useScenarioWrite(scenarios.addChange);
  const open = useOpen();
  const standing = rows.filter(({ applied }) => applied === null).slice(0, 12);
  const addTo = async ({ id, name }: ScenarioRow) => {
    try {
      await add.mutateAsync({ params: { id }, body: { facts } });
      notifyDone({ message: `Added to ${name}` });
      open(`/scenarios/${id}`);
    } catch (error) {
      notifyFailed({ message: problemOf(error).title });
    }
  };
  if (isNew || standing.length === 0)
    return <NewScenarioForm name={kindWords[facts.kind]} changes={[facts]} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={`${kindWords[facts.kind]}: in which scenario?`}>
      <div className={styles['stack']}>
        <Button data-autofocus onClick={() => setNew(true)}>
          A new scenario
        </Button>
        {standing.map((row) => (
          <Button
            key={row.id}
            variant="default"
            loading={add.isPending && add.variables?.params?.id === row.id}
            onClick={() => void addTo(row)}
          >
            {row.name}
          </Button>
        ))}
      </div>
    </Modal>
  );
}
