import { type KpiActual, type KpiView, kpis } from '@evenkeel/contract/kpis';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { Nothing } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useKpiWrite } from '../api.ts';
import { ActualForm } from './actual-form.tsx';
import styles from './kpis.module.css';

type ActualsTableProps = { readonly kpi: KpiView; readonly canEdit: boolean };

/** Every actual with its comment and author: the table behind the chart. */
export function ActualsTable({ kpi, canEdit }: ActualsTableProps) {
  const [edited, setEdited] = useState<KpiActual | null>(null);
  const remove = useKpiWrite(kpis.removeActual);
  const put = useKpiWrite(kpis.setActual);
  const takeOff = async ({ on, value, comment }: KpiActual) => {
    const params = { id: kpi.id, on };
    try {
      await remove.mutateAsync({ params });
      notifyDone({
        message: `Actual of ${formatDate(on)} taken off`,
        undo: async () => {
          await put.mutateAsync({ params, body: { value, comment } });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  if (kpi.actuals.length === 0) {
    return (
      <p className={styles['none']}>
        Nothing measured yet. Enter the first actual; each is drawn above and can carry a comment.
      </p>
    );
  }
  return (
    <>
      <table className={styles['actuals']}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className={styles['end']}>
              Actual
            </th>
            <th scope="col">Comment</th>
            <th scope="col">By</th>
            <th scope="col">
              <span className={styles['hidden']}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {kpi.actuals.map((actual) => (
            <tr key={actual.on}>
              <th scope="row">{formatDate(actual.on)}</th>
              <td className={styles['end']}>{formatMeasured(actual.value, kpi.unit)}</td>
              <td className={styles['comment']}>{actual.comment || <Nothing />}</td>
              <td>
                <PersonMark person={actual.author ?? actual.enteredBy ?? undefined} />
              </td>
              <td className={styles['act']}>
                {canEdit ? (
                  <ActualMenu
                    day={formatDate(actual.on)}
                    onCorrect={() => setEdited(actual)}
                    onRemove={() => void takeOff(actual)}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited ? <ActualForm kpi={kpi} actual={edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

type ActualMenuProps = {
  readonly day: string;
  readonly onCorrect: () => void;
  readonly onRemove: () => void;
};

function ActualMenu({ day, onCorrect, onRemove }: ActualMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Change the actual of ${day}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={onCorrect}>
          Correct
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={onRemove}>
          Take off
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
