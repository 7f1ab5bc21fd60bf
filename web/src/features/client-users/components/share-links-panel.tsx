import { type ShareLinkView, shareLinks } from '@evenkeel/contract/portal-settings';
import type { ProjectId } from '@evenkeel/core/id';
import { type PortalLanguage, portalLanguages } from '@evenkeel/core/words/language';
import { Button, Modal } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { CopyBox } from '../../../ui/copy/copy-box.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useShareLinks, useShareLinkWrite } from '../api.ts';
import { languageWords } from '../model.ts';
import styles from './client-users.module.css';

/** Links that open a status page without a login. */
export function ShareLinksPanel({ projectId }: { readonly projectId: ProjectId }) {
  const found = useShareLinks(projectId);
  const mayShare = useMay('manage');
  const [isMaking, setIsMaking] = useState(false);
  return (
    <Section
      title="Share links"
      note="A status page without a login: standing, milestones and dates. Whoever has the link sees it."
      actions={
        mayShare ? (
          <Button
            variant="default"
            leftSection={<IconLink size={16} />}
            onClick={() => setIsMaking(true)}
          >
            Make a link
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the links">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['text']}>None yet.</p>
          ) : (
            <ul className={styles['list']}>
              {rows.map((link) => (
                <Line key={link.id} link={link} mayRevoke={mayShare} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isMaking ? <MakeLink projectId={projectId} onClose={() => setIsMaking(false)} /> : null}
    </Section>
  );
}

type LineProps = { readonly link: ShareLinkView; readonly mayRevoke: boolean };

function Line({ link, mayRevoke }: LineProps) {
  const revoke = useShareLinkWrite(shareLinks.revoke);
  const takeBack = () =>
    revoke.mutate(
      { params: { id: link.id } },
      {
        onSuccess: () => notifyDone({ message: `${link.name} opens nothing any more` }),
        onError: (error) => notifyFailed({ message: error.message }),
      },
    );
  return (
    <li className={styles['line']}>
      <div className={styles['who']}>
        <div className={styles['name']}>{link.name}</div>
        <div className={styles['meta']}>
          {languageWords[link.language]} · made by {link.createdBy} ·{' '}
          {link.isOver ? 'over' : `until ${formatInstant(link.expiresAt)}`} ·{' '}
          {link.lastOpenedAt ? `opened ${formatInstant(link.lastOpenedAt)}` : 'not opened yet'}
        </div>
      </div>
      {mayRevoke ? (
        <Button size="xs" variant="default" loading={revoke.isPending} onClick={takeBack}>
          Take back
        </Button>
      ) : null}
    </li>
  );
}

const spans = [
  { value: '7', label: 'A week' },
  { value: '30', label: 'A month' },
  { value: '90', label: 'Three months' },
  { value: '366', label: 'A year' },
] as const;
type Span = (typeof spans)[number]['value'];
type Values = { name: string; language: PortalLanguage | null; span: Span | null };

type MakeLinkProps = { readonly projectId: ProjectId; readonly onClose: () => void };

function MakeLink({ projectId, onClose }: MakeLinkProps) {
  const [link, setLink] = useState<string | null>(null);
  const create = useShareLinkWrite(shareLinks.create);
  const form = useRecordForm<Values>({
    initialValues: { name: '', language: 'en', span: '30' },
    validate: { name: (name) => (name.trim() === '' ? 'Say whom it is for.' : null) },
    onSubmit: async ({ name, language, span }) => {
      const made = await create.mutateAsync({
        params: { id: projectId },
        body: { name, language: language ?? 'en', days: Number(span ?? 30) },
      });
      setLink(made.link);
    },
  });
  return (
    <Modal opened onClose={onClose} title="Make a link" size={480}>
      {link === null ? (
        <FormFrame form={form} submitLabel="Make the link" onCancel={onClose}>
          <TextField label="For whom" required autoFocus {...form.field('name')} />
          <ChoiceField
            label="Language"
            required
            choices={portalLanguages.map((value) => ({ value, label: languageWords[value] }))}
            {...form.field('language')}
          />
          <ChoiceField label="Open for" required choices={spans} {...form.field('span')} />
        </FormFrame>
      ) : (
        <>
          <p className={styles['text']}>
            Whoever has this link sees the status page. It is not shown again.
          </p>
          <CopyBox text={link} label="link" />
          <div className={styles['buttons']}>
            <Button data-autofocus onClick={onClose}>
              Done
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
