import { calendarFeeds } from '@evenkeel/contract/meetings';
import { instant } from '@evenkeel/core/instant';
import { Button, CopyButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useCalendarFeed, useFeedWrite } from '../api.ts';
import styles from './meetings.module.css';

/** The reader's own calendar, for any calendar program. */
export function CalendarSection() {
  const found = useCalendarFeed();
  const make = useFeedWrite(calendarFeeds.make);
  const revoke = useFeedWrite(calendarFeeds.revoke);
  const [url, setUrl] = useState<string | null>(null);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const begin = () => attempt(async () => setUrl((await make.mutateAsync({})).url));
  const end = () =>
    attempt(async () => {
      await revoke.mutateAsync({});
      setUrl(null);
      notifyDone({ message: 'The address opens nothing any more' });
    });
  return (
    <Section
      framed
      title="In my own calendar"
      note="My meetings, milestones, due tasks and leave, behind a secret address to subscribe to"
    >
      <Loaded found={found} what="the address of the calendar">
        {({ since }) => (
          <>
            {url === null ? null : <SecretAddress url={url} />}
            <div className={styles['item']}>
              <span className={styles['main']}>
                {since === null ? (
                  'There is no address yet.'
                ) : (
                  <>
                    An address was made{' '}
                    <TimeAgo moment={since} now={instant(new Date().toISOString())} />. It is shown
                    once only.
                  </>
                )}
              </span>
              <Button variant="default" loading={make.isPending} onClick={() => void begin()}>
                {since === null ? 'Make an address' : 'Make another instead'}
              </Button>
              {since === null ? null : (
                <Button variant="subtle" color="red" onClick={() => void end()}>
                  Revoke
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function SecretAddress({ url }: { readonly url: string }) {
  return (
    <div className={styles['secret']}>
      <TextInput
        label="Address of my calendar"
        description="Whoever has it can read the calendar. It is shown this once."
        readOnly
        value={url}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
