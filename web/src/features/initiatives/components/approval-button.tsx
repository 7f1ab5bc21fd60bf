import type { InitiativeView } from '@evenkeel/contract/initiatives';
import type { Issue } from '@evenkeel/core/issue';
import { approvalIssues } from '@evenkeel/core/strategy/approval';
import { criteriaNeeded } from '@evenkeel/core/strategy/initiative-test';
import { Button, Popover } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { focusField } from '../../../ui/form/autosave.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { servedGoals } from '../model.ts';
import type { MoveInitiative } from '../move-initiative.ts';
import styles from './initiatives.module.css';

type ApprovalButtonProps = { readonly initiative: InitiativeView; readonly move: MoveInitiative };

/** Approves, or says what is missing and leads to the field (ST-03, ST-14). */
export function ApprovalButton({ initiative, move }: ApprovalButtonProps) {
  const [opened, setOpened] = useState(false);
  const mayManage = useMay('manage');
  const issues = approvalIssues(initiative.test, servedGoals(initiative).length);
  const icon = <IconCheck size={16} />;
  if (mayManage && issues.length === 0) {
    return (
      <Button leftSection={icon} onClick={() => void move('approved')}>
        Approve
      </Button>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={360} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={icon} onClick={() => setOpened(!opened)}>
          Approve
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {issues.length === 0 ? (
          <p>Everything is there. A manager, admin or owner approves it.</p>
        ) : (
          <MissingList initiative={initiative} issues={issues} onPick={() => setOpened(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type MissingListProps = {
  readonly initiative: InitiativeView;
  readonly issues: readonly Issue[];
  readonly onPick: () => void;
};

function MissingList({ initiative, issues, onPick }: MissingListProps) {
  const rest = criteriaNeeded - initiative.test.metCount;
  const isServing = servedGoals(initiative).length > 0;
  const lead = useLeadToField(initiative.id);
  return (
    <div className={styles['missing-list']}>
      <p>{missingInWords(rest, isServing)}</p>
      <ul>
        {issues.map(({ path, message }) => (
          <li key={message}>
            <button
              type="button"
              className={styles['fill']}
              onClick={() => {
                onPick();
                lead(String(path[0]));
              }}
            >
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Leads to a field; from the other tabs by way of the case, where the fields stand. */
function useLeadToField(id: string): (field: string) => void {
  const open = useOpen();
  const focusSoon = (field: string, attempts: number) => {
    // The popover gives the focus back first, and another tab has yet to be drawn.
    setTimeout(() => {
      if (!focusField(field) && attempts > 1) focusSoon(field, attempts - 1);
    }, 60);
  };
  return (field) => {
    const home = `/initiatives/${id}`;
    if (window.location.pathname !== home) open(home);
    focusSoon(field, 20);
  };
}

function missingInWords(rest: number, isServing: boolean): string {
  const goal = isServing ? [] : ['a goal that it serves'];
  const criteria =
    rest <= 0
      ? []
      : [rest === 1 ? 'one more of the five criteria' : `${rest} more of the five criteria`];
  return `To be approved it needs ${[...goal, ...criteria].join(' and ')}.`;
}
