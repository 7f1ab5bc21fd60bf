import {
  type PortalNewsItem,
  type PortalNewsSettings,
  portalNews,
} from '@evenkeel/contract/portal/news';
import { type ClientTopic, mailTimes } from '@evenkeel/core/notifications/topic';
import { notificationWords } from '@evenkeel/core/words/notifications';
import { Button, Checkbox, Select } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useDocumentTitle } from '../../../ui/navigation/use-document-title.ts';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import styles from '../portal.module.css';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { usePortalNews, usePortalNewsSettings, usePortalNewsWrite } from './api.ts';
import own from './news.module.css';

/** What the firm told the reader, and how the reader wants to hear of things. */
export function PortalNewsPage() {
  const { firm } = usePortal();
  const words = usePortalWords(notificationWords);
  useDocumentTitle(words('inbox'));
  const read = usePortalNewsWrite(portalNews.setRead);
  return (
    <>
      <h1 className={styles['title']}>{words('inbox')}</h1>
      <PortalLoaded found={usePortalNews()}>
        {({ rows, unread }) =>
          rows.length === 0 ? (
            <StateBlock icon={<IconBell size={20} stroke={1.6} />} title={words('noNews')}>
              <p>{words('noNewsHint', { firm: firm.name })}</p>
            </StateBlock>
          ) : (
            <>
              {unread > 0 ? (
                <Button
                  variant="default"
                  loading={read.isPending}
                  onClick={() => read.mutate({ body: {} })}
                >
                  {words('markAllRead')}
                </Button>
              ) : null}
              <ul className={own['news']}>
                {rows.map((item) => (
                  <NewsLine
                    key={item.id}
                    item={item}
                    onRead={() => read.mutate({ body: { ids: [item.id] } })}
                  />
                ))}
              </ul>
            </>
          )
        }
      </PortalLoaded>
      <PortalLoaded found={usePortalNewsSettings()}>
        {(settings) => <NewsSettings settings={settings} />}
      </PortalLoaded>
    </>
  );
}

function NewsLine({
  item,
  onRead,
}: {
  readonly item: PortalNewsItem;
  readonly onRead: () => void;
}) {
  const { language } = usePortal();
  const words = usePortalWords(notificationWords);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const isRead = item.readAt !== null;
  return (
    <li className={own['line']} data-read={isRead || undefined}>
      <AppLink href={item.path} className={own['link']} onClick={isRead ? undefined : onRead}>
        <span className={own['name']}>
          {isRead ? null : <span className={own['hidden']}>{words('notRead')}: </span>}
          {item.title}
        </span>
        {item.body ? <span className={own['body']}>{item.body}</span> : null}
        <span className={own['day']}>{day.format(new Date(item.createdAt))}</span>
      </AppLink>
    </li>
  );
}

const topicKeys = {
  'client-message': 'message',
  'client-duty': 'duty',
  'client-notice': 'notice',
  'client-deliverable': 'deliverable',
  'client-agreement': 'agreement',
  'client-decision': 'decision',
  'client-change': 'change',
  'client-meeting': 'meeting',
  'client-report': 'report',
  'client-satisfaction': 'satisfaction',
} as const satisfies Record<ClientTopic, string>;

const timeKeys = { 'at-once': 'atOnce', daily: 'daily', off: 'off' } as const;

function NewsSettings({ settings }: { readonly settings: PortalNewsSettings }) {
  const { isPreview } = usePortal();
  const words = usePortalWords(notificationWords);
  const write = usePortalNewsWrite(portalNews.changeSettings);
  const save = (choice: PortalNewsSettings['choices'][number]) =>
    write.mutate({ body: { choices: [choice] } });
  return (
    <section className={own['settings']} aria-label={words('settings')}>
      <h2 className={own['heading']}>{words('settings')}</h2>
      <p className={own['day']}>
        {words('settingsHint', { hour: `${String(settings.digestHour).padStart(2, '0')}:00` })}
      </p>
      <ul className={own['topics']}>
        {settings.choices.map((choice) => {
          const name = words(topicKeys[choice.topic]);
          return (
            <li key={choice.topic} className={own['topic']}>
              <span className={own['topic-name']}>{name}</span>
              <Checkbox
                label={words('inPortal')}
                aria-label={`${name}: ${words('inPortal')}`}
                checked={choice.inApp}
                disabled={isPreview}
                onChange={(event) => save({ ...choice, inApp: event.currentTarget.checked })}
              />
              <Select
                aria-label={`${name}: ${words('byMail')}`}
                data={mailTimes.map((value) => ({ value, label: words(timeKeys[value]) }))}
                value={choice.mail}
                allowDeselect={false}
                withScrollArea={false}
                disabled={isPreview}
                onChange={(value) => {
                  const mail = mailTimes.find((time) => time === value);
                  if (mail) save({ ...choice, mail });
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
