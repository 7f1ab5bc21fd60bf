import type { CustomValue } from '@evenkeel/core/custom-field';
import type { CustomFieldId, PersonId, TaskId } from '@evenkeel/core/id';
import { ownValueWords } from '@evenkeel/core/imports/own-values';
import type { ExportedField } from '@evenkeel/core/mspdi/custom-fields';
import type { Scope } from '../../../platform/db/scope.ts';
import { listFields } from '../../custom-fields/service.ts';
import { valuesOfFields } from '../../custom-fields/values/service.ts';
import { listPeople } from '../repository.ts';

/** The firm's own fields of tasks with what they say of some, in words that an import reads again. */
export async function ownFieldsOf(
  scope: Scope,
  tasks: ReadonlySet<TaskId>,
): Promise<ExportedField[]> {
  const fields = await listFields(scope, { kind: 'task', withDeleted: 'false' });
  const ids = fields.map(({ id }) => id);
  const said = [...(await valuesOfFields(scope, ids, [...tasks]))];
  const inField = (id: CustomFieldId) =>
    said.flatMap(([taskId, values]): [string, CustomValue][] => {
      const value = values[id];
      return value === undefined ? [] : [[taskId, value]];
    });
  const people = fields
    .filter(({ type }) => type === 'person')
    // A person's field holds ids of people.
    .flatMap(({ id }) => inField(id).map(([, value]) => value as PersonId));
  const names = new Map<string, string>(
    (await listPeople(scope, people)).map(({ id, name }) => [id, name]),
  );
  const { currency } = scope.actor;
  const personName = (id: string) => names.get(id) ?? '';
  return fields.map((field) => ({
    name: field.name,
    values: new Map(
      inField(field.id).map(([taskId, value]) => [
        taskId,
        ownValueWords(field, value, { currency, personName }),
      ]),
    ),
  }));
}
