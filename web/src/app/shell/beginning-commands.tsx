import type { Right } from '@evenkeel/contract/endpoint';
import { useMay } from '../../lib/session.ts';
import { useOffAddress } from '../../ui/navigation/off-address.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { useCommand } from '../../ui/shortcut/use-shortcut.ts';
import { beginnings } from '../navigation.ts';

/** Lets the palette begin anything from any page; shows nothing. */
export function BeginningCommands() {
  const isOff = useOffAddress();
  return beginnings
    .filter(({ path }) => !isOff(path))
    .map((beginning) => <BeginningCommand key={beginning.label} {...beginning} />);
}

function BeginningCommand(props: {
  readonly label: string;
  readonly path: string;
  readonly needs: Right;
}) {
  const open = useOpen();
  useCommand({
    label: props.label,
    group: 'Anywhere',
    run: () => open(props.path),
    enabled: useMay(props.needs),
  });
  return null;
}
