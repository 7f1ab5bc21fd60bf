import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { products } from '@evenkeel/contract/products';
import type { ProductId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listProducts } from './repository.ts';

/** One product, also from the trash. */
export async function getProduct(scope: Scope, id: ProductId): Promise<repository.ProductRecord> {
  const product = await repository.findProduct(scope, id);
  if (!product) throw new AppError('not-found', 'There is no such product.');
  return product;
}

export async function createProduct(
  scope: Scope,
  draft: BodyOf<typeof products.create>,
): Promise<repository.ProductRecord> {
  await checkName(scope, draft.name, null);
  return getProduct(scope, await repository.insertProduct(scope, withoutBlank(draft)));
}

export async function updateProduct(
  scope: Scope,
  id: ProductId,
  version: number,
  change: BodyOf<typeof products.update>,
): Promise<repository.ProductRecord> {
  if (change.name !== undefined) await checkName(scope, change.name, id);
  await repository.updateProduct(scope, id, version, withoutBlank(change));
  return getProduct(scope, id);
}

export async function removeProduct(scope: Scope, id: ProductId): Promise<void> {
  if (await repository.setProductDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such product.');
}

export async function restoreProduct(
  scope: Scope,
  id: ProductId,
): Promise<repository.ProductRecord> {
  await repository.setProductDeleted(scope, id, false);
  return getProduct(scope, id);
}

/** Imports may bring two of one name, so no index forbids it; people writing are told. */
async function checkName(scope: Scope, name: string, but: ProductId | null): Promise<void> {
  if (!(await repository.isNameTaken(scope, name, but))) return;
  const message = 'is the name of another product';
  throw new AppError('already-exists', message, {
    issues: [{ path: ['name'], code: 'already-exists', message }],
  });
}

function withoutBlank<Fields extends { series?: string | null | undefined }>(
  fields: Fields,
): Fields {
  return fields.series === '' ? { ...fields, series: null } : fields;
}
