import { type NotificationSettingsView, notifications } from '@evenkeel/contract/notifications';
import {
  type FirmTopic,
  firmTopics,
  mailTimes,
  type TopicChoice,
} from '@evenkeel/core/notifications/topic';
import { Checkbox, Select } from '@mantine/core';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useNotificationSettings, useNotificationWrite } from './api.ts';
import styles from './components/notifications.module.css';
import { mailLabels, topicWords } from './model.ts';

/** How one hears of each topic: in the app and by mail, at once, in one digest a day, or not at all. */
export function NotificationSettingsPage() {
  const found = useNotificationSettings();
  return (
    <Page title="Settings" tabs={settingsTabs('/settings/notifications')}>
      <Loaded found={found} what="the settings" shape="record">
        {(settings) => <Settings settings={settings} />}
      </Loaded>
    </Page>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

function Settings({ settings }: { readonly settings: NotificationSettingsView }) {
  const write = useNotificationWrite(notifications.changeSettings);
  const save = async (body: { choices?: TopicChoice[]; digestHour?: number }) => {
    try {
      await write.mutateAsync({ body });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  const choices = new Map(settings.choices.map((choice) => [choice.topic, choice]));
  return (
    <div className={styles['settings']}>
      <Section
        title="What you hear of"
        note="You hear of what touches your work, and never of your own acts. Nothing is said twice."
      >
        <table className={styles['topic-table']}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">In the app</th>
              <th scope="col">By mail</th>
            </tr>
          </thead>
          <tbody>
            {firmTopics.map((topic) => {
              const choice = choices.get(topic);
              return choice ? (
                <TopicRow
                  key={topic}
                  topic={topic}
                  choice={choice}
                  onChange={(change) => void save({ choices: [{ ...choice, ...change }] })}
                />
              ) : null;
            })}
          </tbody>
        </table>
      </Section>
      <Section
        title="The daily digest"
        note={`One mail a day with what you have not read, and none when there is nothing. In ${settings.timeZone}.`}
      >
        <Select
          label="At"
          className={styles['hour'] ?? ''}
          data={hours}
          value={String(settings.digestHour)}
          allowDeselect={false}
          withScrollArea={false}
          onChange={(value) => void save({ digestHour: Number(value) })}
        />
      </Section>
    </div>
  );
}

type TopicRowProps = {
  readonly topic: FirmTopic;
  readonly choice: TopicChoice;
  readonly onChange: (change: Partial<TopicChoice>) => void;
};

function TopicRow({ topic, choice, onChange }: TopicRowProps) {
  const { label, says } = topicWords[topic];
  return (
    <tr>
      <th scope="row">
        <span className={styles['topic-name']}>{label}</span>
        <span className={styles['topic-says']}>{says}</span>
      </th>
      <td>
        <Checkbox
          aria-label={`${label} in the app`}
          checked={choice.inApp}
          onChange={(event) => onChange({ inApp: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Select
          aria-label={`${label} by mail`}
          data={mailTimes.map((value) => ({ value, label: mailLabels[value] }))}
          value={choice.mail}
          allowDeselect={false}
          withScrollArea={false}
          onChange={(value) => {
            const mail = mailTimes.find((time) => time === value);
            if (mail) onChange({ mail });
          }}
        />
      </td>
    </tr>
  );
}
