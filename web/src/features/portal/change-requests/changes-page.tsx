import { type PortalChange, portalChanges } from '@evenkeel/contract/portal/change-requests';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { changeWords } from '@evenkeel/core/words/change-request';
import { Button } from '@mantine/core';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, formatInstant } from '../../../ui/format/date.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalProjectPage } from '../portal-project.tsx';
import { usePortalChanges, usePortalChangeWrite } from './api.ts';
import { AskDialog, DecideDialog } from './change-dialogs.tsx';
import styles from './changes.module.css';

/** What should be different from what was agreed, and what it means (CR-20). */
export function PortalChangesPage() {
  return (
    <PortalProjectPage section="changes">
      {({ id }) => <Changes projectId={id} />}
    </PortalProjectPage>
  );
}

function Changes({ projectId }: { readonly projectId: ProjectId }) {
  const words = usePortalWords(changeWords);
  const found = usePortalChanges(projectId);
  const [isAsking, setAsking] = useState(false);
  if (!found.data) {
    return found.error ? (
      <StateBlock role="alert" tone="bad" title={words('failed')} />
    ) : (
      <LoadingState />
    );
  }
  const { rows } = found.data;
  const ask = (
    <Button size="md" leftSection={<IconPlus size={16} />} onClick={() => setAsking(true)}>
      {words('ask')}
    </Button>
  );
  return (
    <div className={styles['stack']}>
      {rows.length === 0 ? (
        <StateBlock
          icon={<IconArrowsExchange size={20} stroke={1.6} />}
          title={words('none')}
          actions={ask}
        >
          <p>{words('noneHint')}</p>
        </StateBlock>
      ) : (
        <>
          <div>{ask}</div>
          <ul className={styles['list']} aria-label={words('changes')}>
            {rows.map((change) => (
              <Change key={change.id} projectId={projectId} change={change} />
            ))}
          </ul>
        </>
      )}
      {isAsking ? <AskDialog projectId={projectId} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

const shapes = {
  requested: 'ring',
  sent: 'half',
  accepted: 'done',
  declined: 'cancelled',
  refused: 'cancelled',
  withdrawn: 'cancelled',
} as const;

type ChangeProps = { readonly projectId: ProjectId; readonly change: PortalChange };

function Change({ projectId, change }: ChangeProps) {
  const { language } = usePortal();
  const words = usePortalWords(changeWords);
  const { decidedBy, decidedAt, reason, createdAt, askedBy, state } = change;
  const dayOf = (moment: typeof createdAt) => formatInstant(moment, language);
  return (
    <li className={styles['item']} id={change.id}>
      <div className={styles['head']}>
        <span className={styles['name']}>{change.name}</span>
        <StageMark label={words(state)} shape={shapes[state]} />
      </div>
      <p className={styles['dim']}>{words('askedBy', { name: askedBy, day: dayOf(createdAt) })}</p>
      {change.wanted ? <p className={styles['text']}>{change.wanted}</p> : null}
      {change.shown ? <Shown shown={change.shown} /> : null}
      {decidedBy && decidedAt ? (
        <p className={styles['dim']}>
          {words('decidedBy', { name: decidedBy, day: dayOf(decidedAt) })}
          {reason ? `: ${reason}` : ''}
        </p>
      ) : null}
      <Steps projectId={projectId} change={change} />
    </li>
  );
}

function Shown({ shown }: { readonly shown: NonNullable<PortalChange['shown']> }) {
  const { language, firm } = usePortal();
  const words = usePortalWords(changeWords);
  const day = (date: typeof shown.endAfter) =>
    date === null ? words('noDay') : formatDate(date, language);
  const moves = [
    ...(shown.endBefore === shown.endAfter
      ? []
      : [{ name: words('end'), before: shown.endBefore, after: shown.endAfter }]),
    ...shown.milestones,
  ];
  return (
    <dl className={styles['effect']}>
      {shown.price === null ? null : (
        <div>
          <dt>{words('price')}</dt>
          <dd>{formatMoney(money(shown.price, firm.currency), language)}</dd>
        </div>
      )}
      {moves.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words('fromTo', { before: day(before), after: day(after) })}</dd>
        </div>
      ))}
      {moves.length === 0 ? (
        <div>
          <dt>{words('end')}</dt>
          <dd>{words('noMove')}</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** What the reader can do: decide on what was sent, or take back what they asked for. */
function Steps({ projectId, change }: ChangeProps) {
  const words = usePortalWords(changeWords);
  const [open, setOpen] = useState<'accepted' | 'declined' | null>(null);
  const [note, setNote] = useState('');
  const withdraw = usePortalChangeWrite(portalChanges.withdraw);
  const params = { projectId, changeId: change.id };
  const takeBack = async () => {
    try {
      await withdraw.mutateAsync({ params, version: change.version });
    } catch {
      setNote(words('changedMeanwhile'));
    }
  };
  const mayWithdraw = change.isMine && change.state === 'requested';
  return (
    <>
      {note ? <p role="status">{note}</p> : null}
      <div className={styles['steps']}>
        {change.state === 'sent' ? (
          <>
            <Button size="md" onClick={() => setOpen('accepted')}>
              {words('accept')}
            </Button>
            <Button size="md" variant="default" onClick={() => setOpen('declined')}>
              {words('decline')}
            </Button>
          </>
        ) : null}
        {mayWithdraw ? (
          <Button size="md" variant="subtle" color="gray" onClick={() => void takeBack()}>
            {words('withdraw')}
          </Button>
        ) : null}
      </div>
      {open ? (
        <DecideDialog
          projectId={projectId}
          change={change}
          decision={open}
          onClose={() => setOpen(null)}
          onStale={() => setNote(words('stale'))}
        />
      ) : null}
    </>
  );
}
