import type { ProductView } from '@evenkeel/contract/products';
import { integer, optionalInteger, optionalMoment } from '../../platform/db/values.ts';
import type { ProductRecord } from './repository.ts';

export function presentProduct(product: ProductRecord): ProductView {
  return {
    id: product.id,
    version: product.version,
    name: product.name,
    series: product.series,
    price: optionalInteger(product.price),
    openCount: integer(product.open_count ?? 0),
    openValue: integer(product.open_value ?? 0),
    wonCount: integer(product.won_count ?? 0),
    wonValue: integer(product.won_value ?? 0),
    deletedAt: optionalMoment(product.deleted_at),
  };
}
