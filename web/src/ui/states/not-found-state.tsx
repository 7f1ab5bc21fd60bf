import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { AppLink } from '../navigation/app-link.tsx';
import { StateBlock } from './state-block.tsx';

type NotFoundStateProps = {
  /** `This deal` or `This page`. */
  readonly what?: string;
  readonly backHref?: string;
  readonly backLabel?: string;
};

/** The address names nothing (any more), or nothing this member may know of. */
export function NotFoundState({
  what = 'This page',
  backHref = '/',
  backLabel = 'Go to the start page',
}: NotFoundStateProps) {
  return (
    <StateBlock
      icon={<IconCompass size={20} stroke={1.6} />}
      title={`${what} is not here`}
      actions={
        <Button component={AppLink} href={backHref} variant="default">
          {backLabel}
        </Button>
      }
    >
      <p>
        It may have been deleted, moved or mistyped. Deleted things wait in the trash for 30 days.
      </p>
    </StateBlock>
  );
}
