import { mapLanes, placeOnMap } from '@evenkeel/core/strategy/strategy-map';
import { Controls, type Edge, type Node, type NodeProps, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type KeyboardEvent, useMemo } from 'react';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { laneLabels, type MapEntry, type StrategyMap } from '../model.ts';
import styles from './map.module.css';
import { MapHandles } from './map-handles.tsx';

const width = 196;
const gap = 20;
const laneHeight = 136;
const nodeTop = 36;
/** As the style of a box has it. */
const boxHeight = 76;

type EntryNode = Node<{ entry: MapEntry }, 'entry'>;
type LaneNode = Node<{ label: string }, 'lane'>;

/** The map as a picture: drag or scroll to move, pinch or the buttons to zoom, Tab and Enter to open. */
export function MapPicture({ map }: { readonly map: StrategyMap }) {
  const open = useOpen();
  const nodes = useMemo(() => nodesOf(map), [map]);
  const edges = useMemo(() => edgesOf(map), [map]);
  const hrefs = useMemo(() => new Map(map.entries.map(({ id, href }) => [id, href])), [map]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const focused = document.activeElement;
    const id = focused instanceof HTMLElement ? focused.dataset['id'] : undefined;
    const href = id === undefined ? undefined : hrefs.get(id);
    if (href) open(href);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only passes Enter on a node of the picture on
    <div className={styles['picture']} onKeyDown={onKeyDown}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        nodesFocusable
        panOnScroll
        minZoom={0.2}
        maxZoom={1.6}
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(_event, node) => {
          const href = hrefs.get(node.id);
          if (href) open(href);
        }}
        aria-label="Strategy map"
      >
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
    </div>
  );
}

function EntryBox({ data: { entry } }: NodeProps<EntryNode>) {
  return (
    <div className={styles['entry']} data-lane={entry.lane}>
      <MapHandles />
      <span className={styles['name']}>{entry.name}</span>
      <span className={styles['words']}>
        {entry.health === 'unknown' ? (
          entry.words
        ) : (
          <HealthMark health={entry.health} label={entry.words} />
        )}
      </span>
    </div>
  );
}

function LaneBox({ data }: NodeProps<LaneNode>) {
  return <div className={styles['lane']}>{data.label}</div>;
}

const nodeTypes = { entry: EntryBox, lane: LaneBox };

function nodesOf(map: StrategyMap): (EntryNode | LaneNode)[] {
  const places = placeOnMap(map.entries);
  const entries = new Map(map.entries.map((entry) => [entry.id, entry]));
  const widest = Math.max(1, ...places.map((place) => place.column + 1));
  const lanes: LaneNode[] = mapLanes.map((lane, index) => ({
    id: `lane ${lane}`,
    type: 'lane',
    position: { x: -gap, y: index * laneHeight },
    data: { label: laneLabels[lane] },
    width: widest * (width + gap) + gap,
    height: laneHeight,
    focusable: false,
    zIndex: -1,
    domAttributes: { 'aria-hidden': true },
  }));
  const boxes = places.flatMap((place): EntryNode[] => {
    const entry = entries.get(place.id);
    if (!entry) return [];
    return [
      {
        id: entry.id,
        type: 'entry',
        position: {
          x: place.column * (width + gap),
          y: mapLanes.indexOf(place.lane) * laneHeight + nodeTop,
        },
        data: { entry },
        width,
        // Without it the box, and its text for screen readers, is hidden until it has been measured.
        initialHeight: boxHeight,
        ariaRole: 'link',
      },
    ];
  });
  return [...lanes, ...boxes];
}

function edgesOf(map: StrategyMap): Edge[] {
  return map.links.map((link) => ({
    id: link.id,
    source: link.to,
    target: link.from,
    className: styles[link.strength < 0 ? 'hurts' : link.strength > 1 ? 'strong' : 'helps'] ?? '',
    ...(link.strength < 0 ? { label: link.words } : {}),
  }));
}
