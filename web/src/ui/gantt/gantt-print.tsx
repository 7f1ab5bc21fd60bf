import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import styles from './gantt-print.module.css';
import type { Sheet } from './gantt-sheet.ts';
import { sheetInks } from './sheet-inks.ts';
import { letterWidth, type Shape } from './sheet-shape.ts';

type GanttPrintProps = {
  readonly label: string;
  /** The pages, made when somebody prints. */
  readonly pages: () => readonly Sheet[];
};

/**
 * What the browser prints, or saves as PDF, in place of the screen: every line, the whole time on the
 * width of a page, as drawing and text rather than as a picture.
 */
export function GanttPrint({ label, pages }: GanttPrintProps) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // Before the handler ends, or the browser prints what was there before.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  if (!isPrinting) return null;
  return createPortal(
    <div className={styles['printed']} data-printed>
      {pages().map((sheet, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <Page key={page} sheet={sheet} label={`${label}, page ${page + 1}`} />
      ))}
    </div>,
    document.body,
  );
}

function Page({ sheet, label }: { readonly sheet: Sheet; readonly label: string }) {
  return (
    <svg
      className={styles['page']}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role="img"
      aria-label={label}
    >
      {sheet.shapes.map((shape, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        <Mark key={place} shape={shape} />
      ))}
    </svg>
  );
}

function Mark({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'rect': {
      const { kind, radius = 0, stroke = 'none', ...rest } = shape;
      return <rect {...rest} rx={radius} stroke={stroke} />;
    }
    case 'area':
      return (
        <polygon
          points={shape.points.join(' ')}
          fill={shape.fill}
          stroke={shape.stroke ?? 'none'}
        />
      );
    case 'line':
      return (
        <polyline
          points={shape.points.join(' ')}
          fill="none"
          stroke={shape.stroke}
          strokeWidth={shape.width}
        />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fill={shape.fill}
          fontWeight={shape.isBold ? 600 : 400}
          textAnchor={shape.isRight ? 'end' : 'start'}
          {...(shape.hasRim ? rim : {})}
        >
          {cutText(shape.text, shape.most)}
        </text>
      );
  }
}

const rim = { stroke: sheetInks.paper, strokeWidth: 3, paintOrder: 'stroke' } as const;

/** Cut by a guess at the width of letters: paper cannot be measured before it is drawn. */
function cutText(text: string, width: number | undefined): string {
  const letters = width === undefined ? text.length : Math.floor(width / letterWidth);
  if (text.length <= letters) return text;
  return letters < 2 ? '' : `${text.slice(0, letters - 1)}…`;
}
