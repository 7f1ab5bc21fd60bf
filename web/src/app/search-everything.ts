import { type SearchHit, search } from '@evenkeel/contract/search';
import { callApi } from '../lib/api-client.ts';
import { recordNumber } from '../lib/record-number.ts';
import type { SearchRecords } from '../ui/palette/use-record-search.ts';

const groups: Record<SearchHit['kind'], { label: string; href: (id: string) => string }> = {
  account: { label: 'Accounts', href: (id) => `/accounts/${id}` },
  deal: { label: 'Deals', href: (id) => `/deals/${id}` },
  plan: { label: 'Plans', href: (id) => `/plans/${id}` },
  goal: { label: 'Goals', href: (id) => `/goals/${id}` },
  initiative: { label: 'Initiatives', href: (id) => `/initiatives/${id}` },
  'client-project': { label: 'Client projects', href: (id) => `/client-projects/${id}` },
  task: { label: 'Tasks', href: (id) => `/tasks/${id}` },
  person: { label: 'People', href: (id) => `/people/${id}` },
};

/** Finds any record for the palette. */
export const searchEverything: SearchRecords = async (query, signal) => {
  const { rows } = await callApi(search.find, { query: { query } }, signal);
  return rows.map((hit) => {
    const group = groups[hit.kind];
    const number =
      hit.number === null || hit.kind === 'person' ? null : recordNumber(hit.kind, hit.number);
    return {
      id: `${hit.kind} ${hit.id}`,
      group: group.label,
      label: hit.name,
      detail: [number, hit.context].filter(Boolean).join(' · '),
      href: group.href(hit.id),
    };
  });
};
