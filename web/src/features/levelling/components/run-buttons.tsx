import type { LevellingView } from '@evenkeel/contract/levelling';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { formatNumber } from '../../../ui/format/number.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useStartLevelling } from '../api.ts';
import { useDecisions } from '../use-decisions.ts';

/** Most plans that one levelling may try. */
const most = 200_000;

/** Starts a levelling and goes to it. */
export function LevelButton({
  label,
  variant = 'filled',
}: {
  readonly label: string;
  readonly variant?: 'filled' | 'default';
}) {
  const { start, isPending } = useStart();
  return (
    <Button variant={variant} loading={isPending} onClick={() => start({})}>
      {label}
    </Button>
  );
}

/** The one thing to do next with a plan. */
export function RunPrimary({ run }: { readonly run: LevellingView }) {
  const decisions = useDecisions(run);
  const left = (run.outcome?.moved ?? 0) - run.acceptedCount;
  if (run.state === 'queued' || run.state === 'running') return null;
  if (run.state !== 'done' || run.isDiscarded || left <= 0)
    return <LevelButton label="Level again" />;
  return (
    <Button loading={decisions.isBusy} onClick={() => decisions.accept(null)}>
      {run.acceptedCount === 0 ? `Accept all ${formatNumber(left)}` : 'Accept the others'}
    </Button>
  );
}

/** Everything else that can be done with a plan. */
export function RunMenu({ run }: { readonly run: LevellingView }) {
  const decisions = useDecisions(run);
  const { start } = useStart();
  const longer = Math.min(most, run.maxSchedules * 10);
  if (run.state === 'queued' || run.state === 'running') return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More to do with this plan">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start({})}>Level again</Menu.Item>
        {run.outcome?.isOptimal === false && longer > run.maxSchedules ? (
          <Menu.Item onClick={() => start({ maxSchedules: longer })}>
            Search longer ({formatNumber(longer)} plans)
          </Menu.Item>
        ) : null}
        {run.acceptedCount > 0 ? (
          <Menu.Item onClick={decisions.undo}>
            Take back {formatNumber(run.acceptedCount)} accepted
          </Menu.Item>
        ) : null}
        {run.state === 'done' && !run.isDiscarded ? (
          <Menu.Item onClick={() => decisions.discard(true)}>Put this plan away</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function useStart() {
  const create = useStartLevelling();
  const open = useOpen();
  return {
    isPending: create.isPending,
    start: (body: { readonly maxSchedules?: number }) =>
      create.mutate(
        { body },
        {
          onSuccess: ({ id }) => open(`/levelling/${id}`),
          onError: (error) => notifyFailed({ message: error.message }),
        },
      ),
  };
}
