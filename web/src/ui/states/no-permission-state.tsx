import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StateBlock } from './state-block.tsx';

type NoPermissionStateProps = {
  /** What the member may not do: `see the rate card`. */
  readonly what: string;
  /** Whom to ask: `An admin or owner can change your role.` */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** The page exists, the member's role does not open it. */
export function NoPermissionState({ what, children, actions }: NoPermissionStateProps) {
  return (
    <StateBlock
      icon={<IconLock size={20} stroke={1.6} />}
      title={`Your role does not let you ${what}`}
      actions={actions}
    >
      {children ?? <p>An owner or admin of the workspace can change your role.</p>}
    </StateBlock>
  );
}
