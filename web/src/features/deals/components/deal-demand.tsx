import { type DealView, deals } from '@evenkeel/contract/deals';
import type { RoleId } from '@evenkeel/core/id';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { EffortText } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { useDealWrite } from '../api.ts';
import styles from './deal-demand.module.css';

type Line = { readonly roleId: RoleId | null; readonly minutes: number | null };
type Full = { readonly roleId: RoleId; readonly minutes: number };

/** The hours a deal sells, by role. Mount it anew when other hours are saved, and only then. */
export function DealDemand({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const setDemand = useDealWrite(deals.setDemand);
  const saved: readonly Line[] = deal.demand.map(({ roleId, minutes }) => ({ roleId, minutes }));
  const [lines, setLines] = useState<readonly Line[]>(saved);
  const change = (index: number, part: Partial<Line>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const full = lines.flatMap(({ roleId, minutes }): Full[] =>
    roleId && minutes ? [{ roleId, minutes }] : [],
  );
  const isChanged = JSON.stringify(lines) !== JSON.stringify(saved);
  const save = async () => {
    try {
      await setDemand.mutateAsync({ params: { id: deal.id }, body: { lines: full } });
      notifyDone({ message: 'Hours saved' });
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : 'The hours were not saved.',
      });
    }
  };
  return (
    <div className={styles['demand']}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity before they are saved
        <div key={index} className={styles['line']}>
          <RolePicker
            label={`Role ${index + 1}`}
            disabled={!mayWrite}
            value={line.roleId}
            onChange={(roleId) => change(index, { roleId })}
          />
          <EffortField
            label={`Hours ${index + 1}`}
            disabled={!mayWrite}
            value={line.minutes}
            onChange={(minutes) => change(index, { minutes })}
          />
          {mayWrite ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take out line ${index + 1}`}
              onClick={() => setLines(lines.filter((_, at) => at !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      <div className={styles['end']}>
        {mayWrite ? (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setLines([...lines, { roleId: null, minutes: null }])}
          >
            Add a role
          </Button>
        ) : null}
        {isChanged ? (
          <Button variant="default" onClick={() => void save()} loading={setDemand.isPending}>
            Save hours
          </Button>
        ) : null}
        <span className={styles['total']}>
          <EffortText minutes={full.reduce((sum, line) => sum + line.minutes, 0)} /> in all
        </span>
      </div>
    </div>
  );
}
