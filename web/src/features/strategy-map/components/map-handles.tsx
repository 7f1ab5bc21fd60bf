import { Handle, Position } from '@xyflow/react';

/** Where lines meet a box: from above what it serves, below what serves it. Nobody draws lines here. */
export function MapHandles() {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}
