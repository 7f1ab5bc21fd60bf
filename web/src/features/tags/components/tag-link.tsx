import type { TagView } from '@evenkeel/contract/tags';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './tags.module.css';

type Tag = Pick<TagView, 'id' | 'name' | 'colour'>;

/** A tag: a dot of its colour and its name. */
export function TagMark({ tag }: { readonly tag: Tag }) {
  return (
    <span className={styles['tag']}>
      <span className={joinClasses(styles['dot'], styles[`dot-${tag.colour}`])} aria-hidden />
      <span className={styles['word']}>{tag.name}</span>
    </span>
  );
}

/** The tags of a record in a row of a list. */
export function TagMarks({ tags }: { readonly tags: readonly Tag[] }) {
  if (tags.length === 0) return null;
  return (
    <span className={styles['tags']} title={tags.map(({ name }) => name).join(', ')}>
      {tags.map((tag) => (
        <TagMark key={tag.id} tag={tag} />
      ))}
    </span>
  );
}
