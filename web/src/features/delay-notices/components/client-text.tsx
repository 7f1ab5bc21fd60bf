import { type DelayNoticeView, delayNotices } from '@evenkeel/contract/delay-notices';
import { type PortalLanguage, portalLanguages } from '@evenkeel/core/words/language';
import { Button, Menu, Textarea } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useNoticeWrite } from '../api.ts';
import styles from './notices.module.css';

type ClientTextProps = { readonly notice: DelayNoticeView; readonly mayWrite: boolean };

const languages: Record<PortalLanguage, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
};

/** What the client reads; a draft can be edited, and drafted anew in another language. */
export function ClientText({ notice, mayWrite }: ClientTextProps) {
  const [text, setText] = useState<string | null>(null);
  const { mutateAsync, isPending } = useNoticeWrite(delayNotices.update);
  const canEdit = mayWrite && notice.state === 'draft';
  const save = async (body: { clientText?: string; language?: PortalLanguage }) => {
    try {
      await mutateAsync({ params: { id: notice.id }, version: notice.version, body });
      setText(null);
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      title="What the client reads"
      note={languages[notice.language]}
      actions={
        canEdit && text === null ? (
          <>
            <LanguageMenu onPick={(language) => void save({ language, clientText: '' })} />
            <Button variant="default" onClick={() => setText(notice.clientText)}>
              Edit the text
            </Button>
          </>
        ) : null
      }
    >
      {text === null ? (
        <p className={styles['text']} lang={notice.language}>
          {notice.clientText}
        </p>
      ) : (
        <>
          <Textarea
            aria-label="Text for the client"
            autosize
            minRows={10}
            autoFocus
            lang={notice.language}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={styles['foot']}>
            <Button loading={isPending} onClick={() => void save({ clientText: text })}>
              Save the text
            </Button>
            <Button variant="default" onClick={() => setText(null)}>
              Cancel
            </Button>
            {notice.isEdited ? (
              <Button variant="subtle" onClick={() => void save({ clientText: '' })}>
                Draft it anew
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Section>
  );
}

function LanguageMenu({ onPick }: { readonly onPick: (language: PortalLanguage) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconLanguage size={16} />}>
          Language
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {portalLanguages.map((language) => (
          <Menu.Item key={language} onClick={() => onPick(language)}>
            {languages[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
