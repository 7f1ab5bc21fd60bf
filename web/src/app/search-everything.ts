import { search } from '@evenkeel/contract/search';
import { callApi } from '../lib/api-client.ts';
import { subjectHref, subjectNumber, subjectWords } from '../lib/subject.ts';
import type { SearchRecords } from '../ui/palette/use-record-search.ts';

/** Finds any record for the palette. */
export const searchEverything: SearchRecords = async (query, signal) => {
  const { rows } = await callApi(search.find, { query: { query } }, signal);
  return rows.flatMap((hit) => {
    const href = subjectHref(hit);
    if (href === null) return [];
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
