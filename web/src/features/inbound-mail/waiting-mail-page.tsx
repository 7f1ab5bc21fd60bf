import { type InboundMailView, inboundMail } from '@evenkeel/contract/inbound-mail';
import { instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { IconMailQuestion, IconPaperclip } from '@tabler/icons-react';
import { problemOf } from '../../ui/form/problem.ts';
import { formatBytes } from '../../ui/format/bytes.ts';
import { TimeAgo } from '../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { SubjectLink } from '../subjects/components/subject-link.tsx';
import { useMailWrite, useWaitingMail } from './api.ts';
import styles from './components/inbound-mail.module.css';

/** Mail that came in and is not from whom its address was made for: somebody looks it through. */
export function WaitingMailPage() {
  const found = useWaitingMail();
  return (
    <Page title="Mail to look through" breadcrumbs={[{ label: 'Inbox', href: '/inbox' }]}>
      <Loaded found={found} what="the mail">
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={<IconMailQuestion size={20} stroke={1.6} />} title="No mail waits">
              What comes from somebody whom the address was not made for waits here, until somebody
              takes it in or discards it. Answers of programs never come this far.
            </EmptyState>
          ) : (
            <ul className={styles['mails']}>
              {rows.map((mail) => (
                <WaitingMail key={mail.id} mail={mail} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

const reasons: Record<string, string> = {
  'other-sender': 'Not from whom this address was made for',
  forged: 'The mail server before us does not believe its sender',
  'not-allowed': 'Its sender may not write here',
  gone: 'What it answers is gone, or no longer shown to its sender',
  'too-large': 'Larger than may be',
};

function WaitingMail({ mail }: { readonly mail: InboundMailView }) {
  const accept = useMailWrite(inboundMail.accept);
  const discard = useMailWrite(inboundMail.discard);
  const decide = async (call: typeof accept | typeof discard, message: string) => {
    try {
      await call.mutateAsync({ params: { id: mail.id } });
      notifyDone({ message });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const isBusy = accept.isPending || discard.isPending;
  return (
    <li className={styles['mail']}>
      <div className={styles['head']}>
        <span className={styles['name']}>{mail.name}</span>
        <span className={styles['meta']}>
          <TimeAgo moment={mail.receivedAt} now={instant(new Date().toISOString())} />
        </span>
      </div>
      <p className={styles['meta']}>
        {mail.from.name ? `${mail.from.name}, ` : ''}
        {mail.from.address}
      </p>
      <p className={styles['reason']}>{reasons[mail.reason] ?? mail.reason}</p>
      <p className={styles['body']}>{mail.body}</p>
      {mail.files.length > 0 ? (
        <p className={styles['meta']}>
          <IconPaperclip size={13} aria-hidden />{' '}
          {mail.files.map(({ name, byteSize }) => `${name} (${formatBytes(byteSize)})`).join(', ')}
        </p>
      ) : null}
      <div className={styles['foot']}>
        {mail.subject ? (
          <span className={styles['meta']}>
            to <SubjectLink subject={mail.subject} />
          </span>
        ) : null}
        <span className={styles['buttons']}>
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => void decide(discard, 'Mail discarded')}
          >
            Discard
          </Button>
          <Button
            disabled={isBusy || mail.subject === null}
            onClick={() => void decide(accept, 'Kept on the record as an e-mail')}
          >
            Take in
          </Button>
        </span>
      </div>
    </li>
  );
}
