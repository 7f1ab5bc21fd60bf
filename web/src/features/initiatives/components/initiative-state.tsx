import type { InitiativeView } from '@evenkeel/contract/initiatives';
import { needsReason, nextStates, type ProjectState } from '@evenkeel/core/projects/state';
import { needsApproval } from '@evenkeel/core/strategy/approval';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { projectStateLabels, projectStateShapes } from '../../../lib/project-state.ts';
import { useMay } from '../../../lib/session.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { usualStep } from '../model.ts';
import type { MoveInitiative } from '../move-initiative.ts';
import { ApprovalButton } from './approval-button.tsx';
import { ReasonForm } from './reason-form.tsx';

type InitiativeStateProps = {
  readonly initiative: InitiativeView;
  readonly move: MoveInitiative;
  readonly canEdit: boolean;
};

/** Where it stands in the funnel: every step as a menu. */
export function StateMenu({ initiative, move, canEdit }: InitiativeStateProps) {
  const [asking, setAsking] = useState<ProjectState | null>(null);
  const { state } = initiative;
  const mayManage = useMay('manage');
  return (
    <>
      <Menu position="bottom-end" width={200} disabled={!canEdit}>
        <Menu.Target>
          <Button
            variant="default"
            aria-label={`State: ${projectStateLabels[state]}`}
            rightSection={<IconChevronDown size={14} />}
          >
            <StageMark label={projectStateLabels[state]} shape={projectStateShapes[state]} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Move to</Menu.Label>
          {nextStates('initiative', state).map((to) => (
            <Menu.Item
              key={to}
              disabled={needsApproval(state, to) && !mayManage}
              onClick={() => (needsReason(to) ? setAsking(to) : void move(to))}
            >
              <StageMark label={projectStateLabels[to]} shape={projectStateShapes[to]} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asking ? <ReasonForm state={asking} onClose={() => setAsking(null)} move={move} /> : null}
    </>
  );
}

/** The step that usually comes next, as the page's one primary button. */
export function NextStep({ initiative, move, canEdit }: InitiativeStateProps) {
  const step = usualStep[initiative.state];
  if (!step || !canEdit) return null;
  if (step.to === 'approved') return <ApprovalButton initiative={initiative} move={move} />;
  return <Button onClick={() => void move(step.to)}>{step.label}</Button>;
}
