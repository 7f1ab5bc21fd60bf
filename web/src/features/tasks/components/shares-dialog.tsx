import { type TaskView, tasks } from '@evenkeel/contract/tasks';
import { Button, CloseButton, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { PercentField } from '../../../ui/form/number-fields.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { useTaskWrite } from '../api.ts';
import { isWhole, type Shares, sharesBody } from '../shares.ts';
import styles from './shares-dialog.module.css';
import { SharesOutcome } from './shares-outcome.tsx';

type SharesDialogProps = { readonly task: TaskView; readonly onClose: () => void };

/** Who does a task with which share of their time; what follows is shown before it is saved (PM-07). */
export function SharesDialog({ task, onClose }: SharesDialogProps) {
  const [shares, setShares] = useState<Shares>(task.assignees);
  const write = useTaskWrite(tasks.setAssignees);
  const isChanged = useMemo(
    () => JSON.stringify(sharesBody(shares)) !== JSON.stringify(sharesBody(task.assignees)),
    [shares, task.assignees],
  );
  const params = { id: task.id };
  const send = (next: Shares) =>
    write.mutateAsync({ params, body: { shares: sharesBody(next) } }).then(() => undefined);
  const save = async () => {
    try {
      await send(shares);
      notifyDone({
        message: `People on “${task.name}” are saved`,
        undo: () => send(task.assignees),
      });
      onClose();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
    }
  };
  return (
    <Modal opened onClose={onClose} title={`People on “${task.name}”`} size={460}>
      <div className={styles['rows']}>
        {shares.map((person) => (
          <div key={person.id} className={styles['row']}>
            <PersonMark person={person} />
            <div className={styles['field']}>
              <PercentField
                label={`Share of ${person.name}’s time`}
                value={person.units}
                onChange={(units) =>
                  setShares((before) =>
                    before.map((one) => (one.id === person.id ? { ...one, units } : one)),
                  )
                }
                {...(isWhole(person.units) ? {} : { error: 'From 1 to 100 per cent.' })}
              />
            </div>
            <CloseButton
              size="sm"
              aria-label={`Take ${person.name} off`}
              onClick={() => setShares((before) => before.filter(({ id }) => id !== person.id))}
            />
          </div>
        ))}
        <PersonPicker
          // A new field after each pick, empty again.
          key={shares.length}
          label="Add a person"
          value={null}
          onChange={(person) => {
            if (!person || shares.some(({ id }) => id === person.id)) return;
            setShares((before) => [...before, { ...person, units: 10_000 }]);
          }}
        />
      </div>
      <SharesOutcome task={task} shares={isChanged ? shares : null} />
      <div className={styles['footer']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={!isChanged || shares.some(({ units }) => !isWhole(units))}
          loading={write.isPending}
          onClick={() => void save()}
        >
          Save
        </Button>
      </div>
    </Modal>
  );
}
