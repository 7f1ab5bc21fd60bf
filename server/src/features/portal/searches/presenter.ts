import type { PortalFind } from '@evenkeel/contract/portal/searches';
import { excerpt } from '@evenkeel/core/portal/excerpt';
import type { FoundRecord } from './repository.ts';

const nameLength = 120;
const excerptLength = 140;

export function presentFind(record: FoundRecord, query: string): PortalFind {
  const words = query.split(/\s+/).filter((word) => word !== '');
  return {
    kind: record.kind,
    id: record.id,
    name: excerpt(record.name, words, nameLength),
    excerpt: holdsAll(record.name, words) ? '' : excerpt(record.text, words, excerptLength),
    project: { id: record.project_id, name: record.project_name },
  };
}

function holdsAll(name: string, words: readonly string[]): boolean {
  return words.every((word) => name.toLowerCase().includes(word.toLowerCase()));
}
