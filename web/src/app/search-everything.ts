import { search } from '@evenkeel/contract/search';
import { subjectPath } from '@evenkeel/core/subject';
import type { Module } from '@evenkeel/core/workspaces/module';
import { callApi } from '../lib/api-client.ts';
import { moduleOf } from '../lib/modules.ts';
import { subjectNumber, subjectWords } from '../lib/subject.ts';
import type { SearchRecords } from '../ui/palette/use-record-search.ts';

/** Finds any record for the palette, but for those of parts that are switched off. */
export const searchEverythingBut =
  (off: readonly Module[]): SearchRecords =>
  async (query, signal) => {
    const { rows } = await callApi(search.find, { query: { query } }, signal);
    return rows.flatMap((hit) => {
      const href = subjectPath(hit);
      if (href === null) return [];
      const module = moduleOf(href);
      if (module !== null && off.includes(module)) return [];
      return [
        {
          id: `${hit.kind} ${hit.id}`,
          group: subjectWords[hit.kind].many,
          label: hit.name,
          detail: [subjectNumber(hit), hit.context].filter(Boolean).join(' · '),
          href,
        },
      ];
    });
  };
