import { type ObjectiveRow, objectives } from '@evenkeel/contract/objectives';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { useKpiWrite } from '../api.ts';
import styles from './kpis.module.css';

type ObjectiveHeadProps = {
  readonly objective: ObjectiveRow;
  readonly canEdit: boolean;
  readonly onAddKpi: () => void;
  readonly onRename: (name: string) => Promise<unknown>;
};

/** An objective's name, edited where it stands, and what is done to it. */
export function ObjectiveHead({ objective, canEdit, onAddKpi, onRename }: ObjectiveHeadProps) {
  const remove = useKpiWrite(objectives.remove);
  const restore = useKpiWrite(objectives.restore);
  const params = { id: objective.id };
  const putAway = async () => {
    try {
      await remove.mutateAsync({ params });
      notifyDone({
        message: `${objective.name} moved to the trash`,
        undo: async () => {
          await restore.mutateAsync({ params });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <div className={styles['objective']}>
      <h3 className={styles['objective-name']}>
        <EditableField
          label="Objective"
          value={objective.name}
          canEdit={canEdit}
          onSave={onRename}
          editor={(field) => <TextField {...field} />}
        >
          {objective.name}
        </EditableField>
      </h3>
      <PersonMark person={objective.owner ?? undefined} show="initials" />
      {canEdit ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`More for ${objective.name}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPlus size={15} />} onClick={onAddKpi}>
              Add KPI
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void putAway()}>
              Move to the trash
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
