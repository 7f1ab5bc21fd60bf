import {
  type ClientStakeholderView,
  clientStakeholders,
} from '@evenkeel/contract/client-stakeholders';
import { Button } from '@mantine/core';
import { stakeholderPartLabels } from '../../../lib/stakeholder-words.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useStakeholderWrite } from '../api.ts';
import { engagementWords, hearsText, languageText } from '../words.ts';
import { draftOf } from './stakeholder-form.tsx';
import styles from './stakeholders.module.css';

type StakeholderListProps = {
  readonly rows: readonly ClientStakeholderView[];
  readonly mayWrite: boolean;
  readonly onOpen: (row: ClientStakeholderView) => void;
};

/** The register as a list: who, what they need, how they hear of it. */
export function StakeholderList({ rows, mayWrite, onOpen }: StakeholderListProps) {
  return (
    <ul className={styles['list']} aria-label="Stakeholders at the client">
      {rows.map((row) => (
        <Stakeholder key={row.id} row={row} mayWrite={mayWrite} onOpen={onOpen} />
      ))}
    </ul>
  );
}

type StakeholderProps = Omit<StakeholderListProps, 'rows'> & {
  readonly row: ClientStakeholderView;
};

function Stakeholder({ row, mayWrite, onOpen }: StakeholderProps) {
  const { contact, part, note, needs, accountNeeds, engagement } = row;
  const role = [row.jobTitle ?? row.accountRole, note].filter((text) => text !== '').join(' · ');
  return (
    <li className={styles['line']}>
      <div className={styles['who']}>
        <AppLink className={styles['name']} href={`/contacts/${contact.id}`}>
          {contact.name}
        </AppLink>
        <span className={styles['dim']}>{role}</span>
      </div>
      <div className={styles['place']}>
        <span>{engagementWords[engagement].label}</span>
        <span className={styles['dim']}>{stakeholderPartLabels[part]}</span>
      </div>
      <div className={styles['needs']}>
        {needs || accountNeeds || <span className={styles['dim']}>Needs not written down</span>}
      </div>
      <div className={styles['hears']}>
        <span>{hearsText(row)}</span>
        <Last row={row} />
        <span className={styles['dim']}>{languageText(row)}</span>
      </div>
      {mayWrite ? (
        <div className={styles['buttons']}>
          <Button
            variant="subtle"
            color="gray"
            aria-label={`Change ${contact.name}`}
            onClick={() => onOpen(row)}
          >
            Change
          </Button>
          <TakeOut row={row} />
        </div>
      ) : null}
    </li>
  );
}

function Last({ row: { lastOn, isOverdue } }: { readonly row: ClientStakeholderView }) {
  const words = lastOn === null ? 'Not spoken with yet' : `Last spoken ${formatDate(lastOn)}`;
  return isOverdue ? (
    <HealthMark health="at-risk" label={words} />
  ) : (
    <span className={styles['dim']}>{words}</span>
  );
}

function TakeOut({ row }: { readonly row: ClientStakeholderView }) {
  const remove = useStakeholderWrite(clientStakeholders.remove);
  const add = useStakeholderWrite(clientStakeholders.add);
  const takeOut = async () => {
    try {
      await remove.mutateAsync({ params: { id: row.id } });
      notifyDone({
        message: `${row.contact.name} is not in the register any more`,
        undo: async () => {
          const body = { ...draftOf(row), contactId: row.contact.id };
          await add.mutateAsync({ params: { id: row.projectId }, body });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      aria-label={`Take ${row.contact.name} out`}
      onClick={() => void takeOut()}
    >
      Take out
    </Button>
  );
}
