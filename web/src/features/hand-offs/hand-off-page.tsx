import { type HandOffView, handOffs } from '@evenkeel/contract/hand-offs';
import type { HandOffId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { useHandOff, useHandOffWrite } from './api.ts';
import { Carried } from './components/carried.tsx';
import { ChoiceForm, type Chosen, choicesOf, noChoices } from './components/choice-form.tsx';
import { DraftPlan } from './components/draft-plan.tsx';
import { DraftProject } from './components/draft-project.tsx';
import { Gaps } from './components/gaps.tsx';
import styles from './components/hand-off.module.css';
import { ReturnModal } from './components/return-modal.tsx';
import { Sold } from './components/sold.tsx';
import { useAcceptHandOff } from './use-accept-hand-off.ts';

const list = { label: 'Hand-offs', href: '/hand-offs' };

/** One hand-off: what was sold beside what will be created, what is missing, accept or return. */
export function HandOffPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('handOffId') as HandOffId;
  const [chosen, setChosen] = useState<Chosen>(noChoices);
  const found = useHandOff(id, choicesOf(chosen));
  return (
    <LoadedRecord found={found} noun="hand-off" list={list}>
      {(handOff) => <OpenHandOff handOff={handOff} chosen={chosen} onChoose={setChosen} />}
    </LoadedRecord>
  );
}

type OpenHandOffProps = {
  readonly handOff: HandOffView;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
};

function OpenHandOff({ handOff, chosen, onChoose }: OpenHandOffProps) {
  const { deal, draft, state } = handOff;
  return (
    <Page
      title={deal.name}
      breadcrumbs={[list]}
      actions={<QuietActions handOff={handOff} />}
      primary={
        state === 'proposed' ? <AcceptButton handOff={handOff} chosen={chosen} /> : undefined
      }
    >
      <Outcome handOff={handOff} />
      <div className={styles['columns']}>
        <div>
          <Sold handOff={handOff} />
          <Carried handOff={handOff} />
        </div>
        {draft ? (
          <div>
            {state === 'proposed' ? (
              <ChoiceForm draft={draft} chosen={chosen} onChoose={onChoose} />
            ) : null}
            <Gaps draft={draft} />
            <DraftProject draft={draft} />
            <DraftPlan draft={draft} />
          </div>
        ) : null}
      </div>
    </Page>
  );
}

/** What has been decided already. */
function Outcome({ handOff }: { readonly handOff: HandOffView }) {
  const { state, project, decidedBy, returnReason } = handOff;
  if (state === 'proposed') return null;
  return (
    <div className={styles['outcome']}>
      <span>
        {state === 'accepted' ? 'Accepted' : 'Returned to sales'}
        {decidedBy ? ` by ${decidedBy.name}` : ''}
        {returnReason ? `: ${returnReason}` : '.'}
      </span>
      {project ? (
        <Button
          variant="default"
          component={AppLink}
          href={`/client-projects/${project.id}`}
          rightSection={<IconArrowRight size={15} />}
        >
          Open the client project
        </Button>
      ) : null}
    </div>
  );
}

function AcceptButton({ handOff, chosen }: Pick<OpenHandOffProps, 'handOff' | 'chosen'>) {
  const { member } = useSession();
  const mayWrite = useMay('write');
  const accept = useAcceptHandOff(handOff);
  const manager = chosen.projectManager;
  const isOwn = manager !== null && manager.id === member.personId;
  if (!mayWrite) return null;
  const hint =
    manager === null
      ? 'Choose a project manager first.'
      : handOff.canAccept || isOwn
        ? undefined
        : 'A manager accepts, or the one who becomes project manager.';
  return (
    <Button
      disabled={hint !== undefined}
      title={hint}
      loading={accept.isPending}
      onClick={() => void accept.run(chosen)}
    >
      Accept
    </Button>
  );
}

function QuietActions({ handOff }: { readonly handOff: HandOffView }) {
  const mayWrite = useMay('write');
  const propose = useHandOffWrite(handOffs.propose);
  const [isReturning, setReturning] = useState(false);
  const { id, version, state } = handOff;
  const proposeAgain = async () => {
    try {
      await propose.mutateAsync({ params: { id }, version });
    } catch (error) {
      notifyFailed({
        message: error instanceof Error ? error.message : 'It could not be proposed again.',
      });
    }
  };
  return (
    <>
      {mayWrite && state === 'proposed' ? (
        <Button variant="default" onClick={() => setReturning(true)}>
          Return…
        </Button>
      ) : null}
      {mayWrite && state === 'returned' ? (
        <Button onClick={() => void proposeAgain()} loading={propose.isPending}>
          Propose again
        </Button>
      ) : null}
      {isReturning ? <ReturnModal handOff={handOff} onClose={() => setReturning(false)} /> : null}
    </>
  );
}
