import type { PortalNews, PortalOverview } from '@evenkeel/contract/portal/overviews';
import type { ProjectId } from '@evenkeel/core/id';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { usePortalWords } from '../portal-context.ts';
import { PortalPart } from '../portal-part.tsx';
import { usePortalFormats } from '../use-formats.ts';
import styles from './overview.module.css';

const fewest = 5;
/** Where the news of a kind of record lead. */
const pages: Readonly<Record<string, string>> = {
  task: '/milestones',
  promise: '/milestones',
  customer_metric: '/milestones',
  kick_off_item: '/kick-off',
  file: '/files',
  comment: '/messages',
};

type NewsPartProps = { readonly overview: PortalOverview; readonly projectId: ProjectId };

/** What is new or has changed since the reader looked last; nothing on the first visit. */
export function NewsPart({ overview, projectId }: NewsPartProps) {
  const [isWhole, setIsWhole] = useState(false);
  const words = usePortalWords(portalPageWords);
  const formats = usePortalFormats();
  const { since, news } = overview;
  if (since === null) return null;
  const shown = isWhole ? news : news.slice(0, fewest);
  const title = words('news');
  const note = words('newsSince', { moment: formats.moment(since) });
  if (news.length === 0) {
    return (
      <PortalPart title={title} note={note} framed={false}>
        <p className={styles['quiet-line']}>{words('newsEmpty')}</p>
      </PortalPart>
    );
  }
  return (
    <PortalPart title={title} note={note}>
      <ul className={styles['news']}>
        {shown.map((one) => (
          <li key={`${one.subject}:${one.id}`}>
            <AppLink
              href={`/portal/projects/${projectId}${pages[one.subject] ?? ''}`}
              className={styles['news-line']}
            >
              <NewsText news={one} />
              <span className={styles['when']}>{formats.moment(one.at)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
      {shown.length < news.length ? (
        <Button variant="subtle" color="gray" m={8} onClick={() => setIsWhole(true)}>
          {words('newsMore', { count: news.length - shown.length })}
        </Button>
      ) : null}
    </PortalPart>
  );
}

function NewsText({ news }: { readonly news: PortalNews }) {
  const words = usePortalWords(portalPageWords);
  if (news.subject === 'comment') {
    return (
      <span className={styles['news-text']}>
        {words('newsMessage', { by: news.by ?? '' })}
        <span className={styles['excerpt']}>{news.name}</span>
      </span>
    );
  }
  const word = news.what === 'new' ? 'newsNew' : news.what === 'done' ? 'newsDone' : 'newsChanged';
  return <span className={styles['news-text']}>{words(word, { name: news.name })}</span>;
}
