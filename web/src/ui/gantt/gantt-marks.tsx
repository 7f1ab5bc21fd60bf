import type { ComponentType } from 'react';

/** A mark of the chart as the legend shows it, and what it means. */
type LegendMark = { readonly name: string; readonly Mark: ComponentType };

const tone = 'var(--kind-client)';
const soft = 'var(--kind-client-soft)';
const ink = 'var(--text)';

/** Drawn on 40 by 20 pixels with the colours of the chart. */
export const ganttMarks: readonly LegendMark[] = [
  {
    name: 'A task; filled: how much is done',
    Mark: () => (
      <>
        <rect x="2.5" y="4.5" width="35" height="11" rx="3" fill={soft} stroke={tone} />
        <path d="M2 7a3 3 0 0 1 3-3h13v12H5a3 3 0 0 1-3-3z" fill={tone} />
      </>
    ),
  },
  {
    name: 'On the critical path: if it slips, the plan ends later',
    Mark: () => (
      <rect x="3" y="4" width="34" height="12" rx="3" fill={soft} stroke={ink} strokeWidth="1.8" />
    ),
  },
  {
    name: 'Late: it should be done',
    Mark: () => (
      <>
        <rect x="2.5" y="4.5" width="31" height="11" rx="3" fill={soft} stroke={tone} />
        <rect x="33" y="6" width="3" height="8" rx="1.5" fill="var(--bad)" />
      </>
    ),
  },
  {
    name: 'A phase, or a task with parts below it',
    Mark: () => <path d="M2 6h36v8l-5-4H7l-5 4z" fill="var(--neutral-mark)" />,
  },
  {
    name: 'A milestone; filled: reached',
    Mark: () => (
      <>
        <path d="M11 4l6 6-6 6-6-6z" fill="var(--surface)" stroke={tone} strokeWidth="1.5" />
        <path d="M29 4l6 6-6 6-6-6z" fill={tone} />
      </>
    ),
  },
  {
    name: 'It pauses between',
    Mark: () => (
      <>
        <path d="M14 10h12" stroke={tone} strokeWidth="2" strokeDasharray="2 2" />
        <rect x="2.5" y="4.5" width="11" height="11" rx="3" fill={soft} stroke={tone} />
        <rect x="26.5" y="4.5" width="11" height="11" rx="3" fill={soft} stroke={tone} />
      </>
    ),
  },
  {
    name: 'The second waits for the first; dark: critical',
    Mark: () => (
      <>
        <path d="M4 5h14v10h12" fill="none" stroke="var(--neutral-mark)" />
        <path d="M36 15l-6-3.5v7z" fill="var(--neutral-mark)" />
      </>
    ),
  },
  {
    name: 'The dates do not keep this wait',
    Mark: () => (
      <>
        <path d="M4 5h14v10h12" fill="none" stroke="var(--warn)" strokeWidth="1.5" />
        <path d="M36 15l-6-3.5v7z" fill="var(--warn)" />
      </>
    ),
  },
  {
    name: 'Slack: how far it may slip',
    Mark: () => (
      <>
        <rect x="2.5" y="3.5" width="13" height="11" rx="3" fill={soft} stroke={tone} />
        <path d="M17 14h17" stroke="var(--neutral-mark)" strokeWidth="2" strokeDasharray="3 2" />
        <path d="M36 9v7" stroke="var(--neutral-mark)" strokeWidth="2" />
      </>
    ),
  },
  {
    name: 'Below a bar: where the baseline had it',
    Mark: () => (
      <>
        <rect x="10.5" y="2.5" width="27" height="10" rx="3" fill={soft} stroke={tone} />
        <rect x="3" y="15" width="27" height="4" rx="1.5" fill="var(--baseline-mark)" />
      </>
    ),
  },
  {
    name: 'Above a bar: where the scenario has it',
    Mark: () => (
      <>
        <rect x="2.5" y="7.5" width="27" height="10" rx="3" fill={soft} stroke={tone} />
        <rect x="10" y="2" width="27" height="4" rx="1.5" fill="var(--accent)" />
      </>
    ),
  },
  {
    name: 'Deadline; red: missed',
    Mark: () => (
      <>
        <path d="M8 7h10l-5 7z" fill="var(--text-2)" />
        <path d="M24 7h10l-5 7z" fill="var(--bad)" />
      </>
    ),
  },
  {
    name: 'A set date: not before, not after, or just then',
    Mark: () => (
      <g fill="var(--text-dim)">
        <path d="M5 5l7 2.5-7 2.5zM5 5h1v10h-1z" />
        <path d="M23 5l-7 2.5 7 2.5zM22 5h1v10h-1z" />
        <path d="M32 5h5v5h-5zM34 5h1v10h-1z" />
      </g>
    ),
  },
  {
    name: 'Today; shaded: days that are not worked',
    Mark: () => (
      <>
        <rect x="20" width="18" height="20" fill="var(--pressed)" />
        <path d="M10 0v20" stroke="var(--accent)" strokeWidth="1.5" />
      </>
    ),
  },
  {
    name: 'Where it stood before the edit under way',
    Mark: () => (
      <rect
        x="2.5"
        y="4.5"
        width="35"
        height="11"
        rx="3"
        fill="none"
        stroke="var(--neutral-mark)"
        strokeDasharray="3 3"
      />
    ),
  },
];
