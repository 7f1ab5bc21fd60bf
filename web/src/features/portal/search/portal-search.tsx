import type { PortalFind } from '@evenkeel/contract/portal/searches';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Formats } from '@evenkeel/core/portal/formats';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { type Command, CommandPalette } from '../../../ui/palette/command-palette.tsx';
import type { RecordHit } from '../../../ui/palette/use-record-search.ts';
import { ShortcutKeys } from '../../../ui/shortcut/shortcut-keys.tsx';
import { useShortcut } from '../../../ui/shortcut/use-shortcut.ts';
import styles from '../portal.module.css';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { portalSections } from '../sections.ts';
import { usePortalFormats } from '../use-formats.ts';
import { findInPortal } from './api.ts';
import { addressOfFind, sectionOfKind } from './model.ts';

/** One box over everything that the reader sees: by a click, by Ctrl-K or by a slash. */
export function PortalSearch() {
  const words = usePortalWords(portalPageWords);
  const [isOpen, setOpen] = useState(false);
  const search = usePortalFind();
  const commands = useProjectCommands();
  const paletteWords = useMemo(
    () => ({
      title: words('search'),
      field: words('search'),
      hint: words('searchHint'),
      results: words('searchResults'),
      failed: words('searchFailed'),
      searching: words('searching'),
      nothing: (query: string) => words('searchEmpty', { query }),
    }),
    [words],
  );
  const open = () => setOpen(true);
  useShortcut({ keys: 'mod+k', label: words('search'), run: open });
  useShortcut({ keys: '/', label: words('search'), run: open });
  return (
    <>
      <button type="button" className={styles['find']} onClick={open}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span className={styles['find-word']}>{words('search')}</span>
        <span className={styles['find-keys']} aria-hidden>
          <ShortcutKeys keys="mod+k" />
        </span>
      </button>
      <CommandPalette
        opened={isOpen}
        onClose={() => setOpen(false)}
        commands={commands}
        searchRecords={search}
        words={paletteWords}
      />
    </>
  );
}

/** The reader's projects, to go to. */
function useProjectCommands(): readonly Command[] {
  const { projects } = usePortal();
  const words = usePortalWords(portalPageWords);
  const open = useOpen();
  return projects.map(({ id, name, account }) => ({
    id,
    group: words('goTo'),
    label: name,
    ...(account.name ? { detail: account.name } : {}),
    run: () => open(`/portal/projects/${id}`),
  }));
}

function usePortalFind() {
  const { language, projects } = usePortal();
  const formats = usePortalFormats();
  const hasMany = projects.length > 1;
  return useCallback(
    async (query: string, signal: AbortSignal): Promise<readonly RecordHit[]> => {
      const found = await findInPortal(query, signal);
      // Projects stand among the pages to go to already.
      const others = found.filter(({ kind }) => kind !== 'project');
      return others.map((find) => hitOf(find, { language, formats, hasMany }));
    },
    [language, hasMany, formats],
  );
}

type Reading = {
  readonly language: PortalLanguage;
  readonly formats: Formats;
  /** Whether the project must be named. */
  readonly hasMany: boolean;
};

function hitOf(find: PortalFind, { language, formats, hasMany }: Reading): RecordHit {
  const section = portalSections.find(({ path }) => path === sectionOfKind[find.kind]);
  const detail = [find.excerpt, ...(hasMany ? [find.project.name] : [])].filter(Boolean);
  return {
    id: find.id,
    group: section?.name(language) ?? '',
    // A report is called by the first day of its week.
    label: find.kind === 'report' ? formats.day(find.name as CalendarDate) : find.name,
    ...(detail.length > 0 ? { detail: detail.join(' · ') } : {}),
    href: addressOfFind(find),
  };
}
