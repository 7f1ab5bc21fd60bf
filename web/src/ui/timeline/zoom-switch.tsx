import { SegmentedControl } from '@mantine/core';
import { type Zoom, zooms } from './timeline-row.ts';

type ZoomSwitchProps = { readonly value: Zoom; readonly onChange: (zoom: Zoom) => void };

const labels: Record<Zoom, string> = { week: 'Week', month: 'Month', quarter: 'Quarter' };

/** How close one looks at a timeline. */
export function ZoomSwitch({ value, onChange }: ZoomSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="How close"
      value={value}
      // The values are those of `zooms`.
      onChange={(zoom) => onChange(zoom as Zoom)}
      data={zooms.map((zoom) => ({ value: zoom, label: labels[zoom] }))}
    />
  );
}

/** Whether an address holds a zoom. */
export function isZoom(value: unknown): value is Zoom {
  return zooms.some((zoom) => zoom === value);
}
