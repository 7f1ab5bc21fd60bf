import type { RefusedFile } from '../api.ts';
import { Notice } from './notice.tsx';

/** Files that did not come in, each with its reason. */
export function RefusedFiles({ files }: { readonly files: readonly RefusedFile[] }) {
  if (files.length === 0) return null;
  return (
    <Notice tone="bad">
      <ul>
        {files.map(({ name, reason }) => (
          <li key={name}>
            <strong>{name}</strong> was not added. {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
