import type { ProductId } from '@evenkeel/core/id';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../ui/form/use-record-options.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { createProductNamed, findProducts } from '../api.ts';

/** A product that was picked. */
export type PickedProduct = { readonly id: ProductId; readonly name: string };

/** Picks a product, or adds one of the typed name. */
export function ProductPicker(props: FieldProps<PickedProduct | null>) {
  const { onChange } = props;
  const create = async (name: string) => {
    try {
      const product = await createProductNamed(name);
      onChange({ id: product.id, name: product.name });
      notifyDone({ message: `Product ${product.name} added` });
    } catch {
      notifyFailed({ message: `Could not add the product ${name}.`, retry: () => create(name) });
    }
  };
  return (
    <RecordField
      {...props}
      // Every option comes from `source`, which gives products only.
      onChange={(option) => onChange(option && { id: option.id as ProductId, name: option.name })}
      source={source}
      onCreate={(name) => void create(name)}
    />
  );
}

async function source(search: string, signal: AbortSignal): Promise<RecordOption[]> {
  const found = await findProducts(search, signal);
  return found.map(({ id, name, series }) => ({ id, name, ...(series ? { detail: series } : {}) }));
}
