import type { PortalKickOffItem } from '@evenkeel/contract/portal/kick-offs';
import type { ProjectId } from '@evenkeel/core/id';
import { kickOffWords } from '@evenkeel/core/words/kick-off';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { joinClasses } from '../../../ui/join-classes.ts';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { usePortalWords } from '../portal-context.ts';
import { usePortalFormats } from '../use-formats.ts';
import styles from './kick-off.module.css';

type KickOffItemsProps = {
  readonly projectId: ProjectId;
  readonly items: readonly PortalKickOffItem[];
};

/** Items of a kick-off as lines: whether done, what, who, and where the reader does their part. */
export function KickOffItems({ projectId, items }: KickOffItemsProps) {
  return (
    <ul className={styles['list']}>
      {items.map((item) => (
        <Item key={item.id} projectId={projectId} item={item} />
      ))}
    </ul>
  );
}

type ItemProps = { readonly projectId: ProjectId; readonly item: PortalKickOffItem };

function Item({ projectId, item }: ItemProps) {
  const words = usePortalWords(kickOffWords);
  const { name, isDone, who, side } = item;
  return (
    <li className={styles['item']}>
      <span className={styles['glyph']}>
        <ProgressGlyph shape={isDone ? 'done' : 'ring'} tone={isDone ? 'good' : 'neutral'} />
        <span className={styles['hidden']}>{words(isDone ? 'done' : 'open')}</span>
      </span>
      <span className={joinClasses(styles['name'], isDone && styles['is-done'])}>
        {name}
        <Way projectId={projectId} item={item} />
      </span>
      <span className={styles['who']}>
        {who === null ? null : side === 'client' ? words('whoYou', { name: who }) : who}
      </span>
      <Day item={item} />
    </li>
  );
}

/** Where the reader does their part, as long as it is open. */
function Way({ projectId, item: { isDone, proof, side, neededBy } }: ItemProps) {
  const words = usePortalWords(kickOffWords);
  if (isDone) return null;
  const home = `/portal/projects/${projectId}`;
  if (proof === 'agreement') {
    return <AppLink href={`${home}/agreement`}>{words('toAgreement')}</AppLink>;
  }
  if (side !== 'client' || neededBy === null) return null;
  return <AppLink href={`${home}/needs`}>{words('toNeeds')}</AppLink>;
}

function Day({ item: { isDone, neededBy, meetingAt } }: { readonly item: PortalKickOffItem }) {
  const words = usePortalWords(kickOffWords);
  const steps = usePortalWords(portalPageWords);
  const formats = usePortalFormats();
  const text =
    meetingAt !== null
      ? words('meetingAt', { moment: formats.moment(meetingAt) })
      : neededBy !== null && !isDone
        ? steps('by', { day: formats.day(neededBy) })
        : null;
  return text === null ? null : <span className={styles['day']}>{text}</span>;
}
