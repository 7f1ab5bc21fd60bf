import type { PipelineView } from '@evenkeel/contract/pipelines';
import { Select } from '@mantine/core';

type PipelineSwitchProps = {
  readonly pipelines: readonly PipelineView[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  /** Adds "All pipelines", whose value is an empty text. */
  readonly hasAll?: boolean;
};

/** Which pipeline is looked at; nothing where there is only one. */
export function PipelineSwitch({ pipelines, value, onChange, hasAll }: PipelineSwitchProps) {
  if (pipelines.length < 2) return null;
  const all = hasAll ? [{ value: '', label: 'All pipelines' }] : [];
  return (
    <Select
      aria-label="Pipeline"
      w={170}
      allowDeselect={false}
      withScrollArea={false}
      data={[...all, ...pipelines.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value}
      onChange={(next) => (next === null ? undefined : onChange(next))}
    />
  );
}
