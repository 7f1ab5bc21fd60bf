import { type LinkView, links } from '@evenkeel/contract/links';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { linkReasons } from '@evenkeel/core/link-reason';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { SubjectLink } from '../../subjects/components/subject-link.tsx';
import { useLinks, useLinkWrite } from '../api.ts';
import { LinkModal } from './link-modal.tsx';
import styles from './links.module.css';

type LinksPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be added: the record does not lie in the trash. */
  readonly isOpen?: boolean;
};

/** The records that belong to this one, each with a word for why. */
export function LinksPanel({ subject, isOpen = true }: LinksPanelProps) {
  const mayWrite = useMay('write') && isOpen;
  const found = useLinks(subject);
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title="Links"
      actions={
        mayWrite ? (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Link a record
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the links">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['none']}>
              No links yet. A link shows on both records, with the reason.
            </p>
          ) : (
            <ul className={styles['links']} aria-label="Links">
              {rows.map((link) => (
                <LinkLine key={link.id} link={link} mayWrite={mayWrite} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? <LinkModal subject={subject} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function LinkLine({ link, mayWrite }: { readonly link: LinkView; readonly mayWrite: boolean }) {
  const remove = useLinkWrite(links.remove);
  const restore = useLinkWrite(links.restore);
  const params = { id: link.id };
  const words = linkReasons[link.reason];
  const takeAway = async () => {
    try {
      await remove.mutateAsync({ params });
      const undo = async () => void (await restore.mutateAsync({ params }));
      notifyDone({ message: `Link with ${link.other.name} taken away`, undo });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <li className={styles['link']}>
      <span className={styles['reason']}>{link.isForth ? words.forth : words.back}</span>
      <span className={styles['other']}>
        <SubjectLink subject={link.other} withNumber />
        {link.note ? <span className={styles['note']}>{link.note}</span> : null}
      </span>
      {mayWrite ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles['remove'] ?? ''}
          aria-label={`Take the link with ${link.other.name} away`}
          onClick={() => void takeAway()}
        >
          <IconX size={14} />
        </ActionIcon>
      ) : (
        <span />
      )}
    </li>
  );
}
