import type { Sheet } from './gantt-sheet.ts';
import { sheetInks } from './sheet-inks.ts';
import type { Shape } from './sheet-shape.ts';

const font = '"Inter Variable", Inter, ui-sans-serif, system-ui, sans-serif';

/** Wider or higher than this no browser makes a picture, in pixels. */
const most = 16_000;

/** A sheet as a PNG, at twice its size where a browser can; saved under a name. */
export async function savePicture(sheet: Sheet, fileName: string): Promise<void> {
  const canvas = document.createElement('canvas');
  const scale = Math.min(2, most / sheet.width, most / sheet.height);
  canvas.width = Math.ceil(sheet.width * scale);
  canvas.height = Math.ceil(sheet.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot make pictures.');
  context.scale(scale, scale);
  for (const shape of sheet.shapes) paintShape(context, shape);
  const file = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/png'));
  if (!file)
    throw new Error('The chart is too large for a picture. Filter or fold it, or print it.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${fileName}.png`;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rect': {
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
      fillAndStroke(context, shape);
      break;
    }
    case 'area':
      pathOf(context, shape.points);
      context.closePath();
      fillAndStroke(context, shape);
      break;
    case 'line':
      pathOf(context, shape.points);
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.stroke();
      break;
    case 'text':
      paintText(context, shape);
      break;
  }
}

function fillAndStroke(
  context: CanvasRenderingContext2D,
  { fill, stroke }: { readonly fill: string; readonly stroke?: string },
): void {
  context.fillStyle = fill;
  context.fill();
  if (!stroke) return;
  context.strokeStyle = stroke;
  context.lineWidth = 1;
  context.stroke();
}

function pathOf(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.beginPath();
  for (let at = 0; at < points.length; at += 2) {
    context.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  }
}

function paintText(
  context: CanvasRenderingContext2D,
  shape: Extract<Shape, { kind: 'text' }>,
): void {
  context.font = `${shape.isBold ? 600 : 400} 12px ${font}`;
  context.fillStyle = shape.fill;
  context.textAlign = shape.isRight ? 'right' : 'left';
  if (shape.hasRim) {
    context.strokeStyle = sheetInks.paper;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(cutText(context, shape.text, shape.most), shape.x, shape.y);
  }
  context.fillText(cutText(context, shape.text, shape.most), shape.x, shape.y);
}

/** A text cut to a width; with a mark where something is left out. */
function cutText(context: CanvasRenderingContext2D, text: string, width: number | undefined) {
  if (width === undefined || context.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && context.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1);
  return width < 12 ? '' : `${cut}…`;
}
