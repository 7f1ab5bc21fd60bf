import type { ProductId } from '@evenkeel/core/id';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordsField } from '../../../ui/form/records-field.tsx';
import { findProducts } from '../api.ts';

type Picked = { readonly id: ProductId; readonly name: string };

/** Picks several of our products. */
export function ProductsPicker({ onChange, ...props }: FieldProps<readonly Picked[]>) {
  return (
    <RecordsField
      {...props}
      // Every option comes from `source`, which gives products only.
      onChange={(picked) => onChange(picked.map(({ id, name }) => ({ id: id as ProductId, name })))}
      source={source}
    />
  );
}

async function source(search: string, signal: AbortSignal) {
  const found = await findProducts(search, signal);
  return found.map(({ id, name, series }) => ({ id, name, ...(series ? { detail: series } : {}) }));
}
