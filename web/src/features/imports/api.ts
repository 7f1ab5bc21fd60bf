import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import { type ImportView, imports, largestImportFile } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import type { RecordKind } from '@evenkeel/core/imports/problem';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.ts';
import { apiKey, useApi } from '../../lib/queries.ts';

/** While an import runs, it is asked so often how far it is. */
const pollMilliseconds = 400;

/** The last five hundred imports, latest first. */
export function useImports() {
  return useApi(imports.list, { query: { limit: 500 } }, { subjects: ['import'] });
}

/** One import; followed closely while it runs. */
export function useImport(id: ImportId): UseQueryResult<ImportView> {
  const input = { params: { id } };
  return useQuery<ImportView>({
    queryKey: apiKey(imports.get, input),
    queryFn: ({ signal }) => callApi(imports.get, input, signal),
    meta: { subjects: ['import'] },
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? pollMilliseconds : false),
  });
}

/** What the import would do; asked again after every choice. */
export function usePreview(id: ImportId, enabled: boolean) {
  return useApi(
    imports.preview,
    { params: { id } },
    { subjects: ['import'], enabled, keepPrevious: true },
  );
}

/** Every problem of an import. */
export function useProblems(id: ImportId) {
  return useQuery({
    queryKey: apiKey(imports.problems, { params: { id } }),
    queryFn: ({ signal }) => readAll(imports.problems, { params: { id } }, signal),
    meta: { subjects: ['import'] },
  });
}

/** Every value that records already here would change to. */
export function useChanges(id: ImportId) {
  return useQuery({
    queryKey: apiKey(imports.changes, { params: { id } }),
    queryFn: ({ signal }) => readAll(imports.changes, { params: { id } }, signal),
    meta: { subjects: ['import'] },
  });
}

/** A call that changes an import and answers with it. */
export function useImportWrite<E extends Endpoint>(
  endpoint: E & { output: typeof imports.get.output },
) {
  const client = useQueryClient();
  return useMutation<ImportView, Error, CallInput<E>>({
    mutationFn: (input) => callApi<Endpoint>(endpoint, input).then(asImport),
    onSuccess: (view) => {
      client.setQueryData(apiKey(imports.get, { params: { id: view.id } }), view);
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          [imports.preview, imports.problems, imports.changes].some(
            ({ path }) => queryKey[0] === path,
          ),
      });
    },
  });
}

/** Throws away an import that has not run. */
export function removeImport(id: ImportId) {
  return callApi(imports.remove, { params: { id } });
}

/** Names that a choice can use. */
export async function findNames(
  id: ImportId,
  query: { readonly kind: RecordKind; readonly search: string },
  signal: AbortSignal,
): Promise<readonly string[]> {
  return (await callApi(imports.names, { params: { id }, query }, signal)).names;
}

/** A file that did not come in, and why. */
export type RefusedFile = { readonly name: string; readonly reason: string };

/** Begins an import with these files; none is begun when all are refused. */
export async function beginImport(
  files: readonly File[],
): Promise<{ readonly id: ImportId | null; readonly refused: readonly RefusedFile[] }> {
  const { id } = await callApi(imports.create);
  const refused = await sendFiles(id, files);
  if (refused.length < files.length) return { id, refused };
  await removeImport(id);
  return { id: null, refused };
}

/** Adds files to an import, one after the other, and returns those that were refused. */
export async function sendFiles(
  id: ImportId,
  files: readonly File[],
): Promise<readonly RefusedFile[]> {
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const reason = await sendFile(id, file);
    if (reason !== null) refused.push({ name: file.name, reason });
  }
  return refused;
}

async function sendFile(id: ImportId, file: File): Promise<string | null> {
  if (/\.(xlsx?|ods|numbers)$/i.test(file.name))
    return 'This is a spreadsheet. Save it as CSV first, one file for each sheet.';
  if (file.size > largestImportFile) return 'The file is larger than 50 MB. Split it.';
  try {
    const body = new Uint8Array(await file.arrayBuffer());
    await callApi(imports.addFile, { params: { id }, query: { name: file.name }, body });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'The file could not be sent.';
  }
}

type PagedEndpoint = typeof imports.problems | typeof imports.changes;

async function readAll<E extends PagedEndpoint>(
  endpoint: E,
  input: { readonly params: { readonly id: ImportId } },
  signal: AbortSignal,
): Promise<RowsOf<E>> {
  const rows: unknown[] = [];
  let cursor: string | null = '0';
  while (cursor !== null) {
    const query = { limit: 5000, cursor };
    const page: { rows: unknown[]; nextCursor: string | null } = await callApi(
      // Both endpoints take the same paging and answer with pages.
      endpoint as typeof imports.problems,
      { ...input, query },
      signal,
    );
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  // Each row has passed the endpoint's own schema.
  return rows as RowsOf<E>;
}

type RowsOf<E extends PagedEndpoint> = ReturnType<E['output']['parse']>['rows'];

function asImport(answer: unknown): ImportView {
  // The endpoints that this is called with answer with an import, and it has passed their schema.
  return answer as ImportView;
}
