import { type DealView, deals } from '@evenkeel/contract/deals';
import { Button } from '@mantine/core';
import { IconArrowRight, IconScale } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useDealWrite, useStages } from '../api.ts';
import styles from './deal-next-step.module.css';

/** What a deal leads to from where it stands: the preview of winning it, its hand-off, its project. */
export function DealNextStep({ deal }: { readonly deal: DealView }) {
  const outcome = useStages().find(({ id }) => id === deal.stageId)?.outcome;
  if (outcome === 'open') {
    return (
      <Banner text="See what winning this does to people, goals and promises, before you sign.">
        <Button
          variant="default"
          component={AppLink}
          href={`/deals/${deal.id}/preview`}
          leftSection={<IconScale size={16} />}
        >
          What changes if we sign this?
        </Button>
      </Banner>
    );
  }
  if (deal.handOff?.projectId) {
    return (
      <Banner text="Handed off: delivery has everything that was sold.">
        <OpenLink
          href={`/client-projects/${deal.handOff.projectId}`}
          label="Open the client project"
        />
      </Banner>
    );
  }
  if (deal.handOff) {
    const returned = deal.handOff.state === 'returned';
    return (
      <Banner
        text={
          returned
            ? `The hand-off was returned: ${deal.handOff.returnReason}`
            : 'Won and signed: the hand-off waits to be accepted.'
        }
      >
        <OpenLink href={`/hand-offs/${deal.handOff.id}`} label="Open the hand-off" />
      </Banner>
    );
  }
  if (outcome === 'won' && deal.contractSignedOn !== null) return <ProposeBanner deal={deal} />;
  if (outcome === 'won') {
    return <Banner text="Won. Set the day the contract was signed, and a hand-off is proposed." />;
  }
  return null;
}

/** Won and signed without a hand-off: it was there before, as an imported deal. */
function ProposeBanner({ deal }: { readonly deal: DealView }) {
  const propose = useDealWrite(deals.proposeHandOff);
  const mayWrite = useMay('write');
  const run = async () => {
    try {
      await propose.mutateAsync({ params: { id: deal.id } });
      notifyDone({ message: 'The hand-off waits for delivery' });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Banner text="Won and signed. No hand-off was proposed, since it came in that way.">
      {mayWrite && deal.deletedAt === null ? (
        <Button variant="default" loading={propose.isPending} onClick={() => void run()}>
          Propose a hand-off
        </Button>
      ) : null}
    </Banner>
  );
}

function Banner({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={styles['banner']}>
      <span>{text}</span>
      {children}
    </div>
  );
}

function OpenLink({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <Button
      variant="default"
      component={AppLink}
      href={href}
      rightSection={<IconArrowRight size={15} />}
    >
      {label}
    </Button>
  );
}
