import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import { imports } from '@evenkeel/contract/imports';
import { largestTaskFile, type TaskImportView, taskImports } from '@evenkeel/contract/task-imports';
import type { ImportId, ProjectId } from '@evenkeel/core/id';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.ts';
import { apiKey, useApi } from '../../lib/queries.ts';

/** While an import runs, it is asked so often how far it is. */
const pollMilliseconds = 400;

/** One import of tasks; followed closely while it runs. */
export function useTaskImport(id: ImportId): UseQueryResult<TaskImportView> {
  const input = { params: { id } };
  return useQuery<TaskImportView>({
    queryKey: apiKey(taskImports.get, input),
    queryFn: ({ signal }) => callApi(taskImports.get, input, signal),
    meta: { subjects: ['import'] },
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? pollMilliseconds : false),
  });
}

/** What the import would do; asked again after every choice. */
export function useTaskPreview(id: ImportId, enabled: boolean) {
  return useApi(
    taskImports.preview,
    { params: { id } },
    { subjects: ['import'], enabled, keepPrevious: true },
  );
}

/** The first tasks as they will come in. */
export function useListedTasks(id: ImportId, limit: number) {
  return useApi(
    taskImports.tasks,
    { params: { id }, query: { limit } },
    { subjects: ['import'], keepPrevious: true },
  );
}

/** Problems by row, of one sort or all. */
export function useTaskProblems(id: ImportId, groupKey: string | null) {
  return useApi(
    taskImports.problems,
    { params: { id }, query: { limit: 5_000, ...(groupKey === null ? {} : { groupKey }) } },
    { subjects: ['import'] },
  );
}

/** A call that changes an import of tasks, and what has to be asked anew after it. */
export function useTaskImportWrite<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<unknown, Error, CallInput<E>>({
    mutationFn: (input) => callApi<Endpoint>(endpoint, input),
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          typeof queryKey[0] === 'string' && queryKey[0].startsWith('/api/v1/task-imports'),
      }),
  });
}

/** Begins an import with a file; it is thrown away again when the file is refused. */
export async function beginTaskImport(projectId: ProjectId | null, file: File): Promise<ImportId> {
  const { id } = await callApi(taskImports.create, { body: { projectId } });
  try {
    await sendTaskFile(id, file);
    return id;
  } catch (error) {
    await callApi(imports.remove, { params: { id } });
    throw error;
  }
}

/** Puts a file in the place of the one before. */
export async function sendTaskFile(id: ImportId, file: File): Promise<void> {
  if (/\.(xlsx?|ods|numbers)$/i.test(file.name))
    throw new Error('This is a spreadsheet. Save it as CSV first.');
  if (file.size > largestTaskFile) throw new Error('The file is larger than 50 MB. Split it.');
  const body = new Uint8Array(await file.arrayBuffer());
  await callApi(taskImports.putFile, { params: { id }, query: { name: file.name }, body });
}
